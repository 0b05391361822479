// #embed belongs to C23, and clang takes it in every mode; the package needs no other part of that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "embedded_files.h"

// Every file of sql/migrations, sql/checks and sql/reference but the READMEs, sorted by path; a test compares it with the folders.
static const struct embedded_file files[] = {
#define EMBEDDED_FILE "../../sql/checks/case_stage_differs_from_history.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/checks/credit_code_without_claim.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/checks/district_not_first.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/checks/foreign_keys_without_index.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/checks/legal_status_differs_from_history.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/checks/types_that_are_not_leakproof.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/checks/unnamed_constraints.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0001_areas.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0002_organizations.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0003_elements.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0004_records.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0005_cases.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0006_assessments.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0007_imports.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/migrations/0008_service_role.sql"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/reference/areas/areas.csv"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/reference/areas/retired_codes.csv"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/reference/han/simplified.csv"
#include "embedded_file.inc"
#define EMBEDDED_FILE "../../sql/reference/rubrics/pooled-1.json"
#include "embedded_file.inc"
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

struct embedded_file embedded_file_at(size_t position) { return files[position]; }
