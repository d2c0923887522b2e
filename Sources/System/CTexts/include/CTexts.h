#pragma once
#include <stddef.h>

/* Texts compiled into the program, so that it needs no file beside it: message catalogues
   and templates. One row a text; name is the file's path below texts/ or policies/. */
typedef struct {
  const char *name;
  const char *bytes;
  size_t count;
} acta_text;

/* The number of texts, and the text at an index below it. */
size_t acta_text_count(void);
acta_text acta_text_at(size_t index);
