// #embed belongs to C23, and clang takes it in every mode; the package needs no other part of that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "web_pages.h"

// Every file of WebPages/Assets and WebPages/Templates, sorted by path; a test compares it with the folders.
static const struct web_page_file files[] = {
#define WEB_PAGE_FILE "../WebPages/Assets/icon.svg"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Assets/page.js"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Assets/style.css"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/area-field.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/chip.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/directory.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/frame.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/home-visitor.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/option.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/organization-public.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/paging.mustache"
#include "web_page_file.inc"
#define WEB_PAGE_FILE "../WebPages/Templates/problem.mustache"
#include "web_page_file.inc"
};

size_t web_page_file_count(void) { return sizeof files / sizeof files[0]; }

struct web_page_file web_page_file_at(size_t position) { return files[position]; }
