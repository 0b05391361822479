// What the Postgres module needs from C: libpq itself, and the two Linux calls its event loop waits with.
#include <libpq-fe.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
