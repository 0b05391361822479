// #embed belongs to C23, and clang takes it in every mode; the package needs no other part of that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "embedded_files.h"

// Every file of sql/migrations, sql/checks and sql/reference but the READMEs, sorted by path; a test compares it with the folders.
static const struct embedded_file files[] = {
#define EMBEDDED_FILE "../../sql/reference/areas/areas.csv"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/reference/areas/retired_codes.csv"
#include "embedded_file.inc"
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

struct embedded_file embedded_file_at(size_t position) { return files[position]; }
