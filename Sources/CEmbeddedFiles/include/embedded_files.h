#ifndef EMBEDDED_FILES_H
#define EMBEDDED_FILES_H

#include <stddef.h>

// A file of the folder sql as it was when the program was compiled.
struct embedded_file {
    const char *_Nonnull name; // path below sql, such as migrations/0001_areas.sql
    const unsigned char *_Nonnull bytes;
    size_t count;
};

size_t embedded_file_count(void);

// The file at a position from 0 to the count less one.
struct embedded_file embedded_file_at(size_t position);

#endif
