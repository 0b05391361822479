#ifndef WEB_PAGES_H
#define WEB_PAGES_H

#include <stddef.h>

// A template, a stylesheet or a script of the pages as it was when the program was compiled.
struct web_page_file {
    const char *_Nonnull name; // path below WebPages, such as Templates/frame.mustache
    const unsigned char *_Nonnull bytes;
    size_t count;
};

size_t web_page_file_count(void);

// The file at a position from 0 to the count less one.
struct web_page_file web_page_file_at(size_t position);

#endif
