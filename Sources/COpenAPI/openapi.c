// #embed belongs to C23, and clang takes it in every mode; the package needs no other part of that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "openapi.h"

static const unsigned char description[] = {
#embed "../WebAPI/openapi.yaml"
};

const unsigned char *const openapi_bytes = description;
const size_t openapi_count = sizeof description;
