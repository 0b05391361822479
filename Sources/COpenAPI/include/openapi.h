#ifndef OPENAPI_H
#define OPENAPI_H

#include <stddef.h>

// The file WebAPI/openapi.yaml as it was when the program was compiled.
extern const unsigned char *_Nonnull const openapi_bytes;
extern const size_t openapi_count;

#endif
