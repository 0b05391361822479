// What the Spreadsheet module needs from C: libxlsxwriter.
#include <xlsxwriter.h>
