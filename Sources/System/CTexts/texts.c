#include "CTexts.h"

/* The clang of the Swift toolchain knows #embed in every dialect. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char catalogue_en[] = {
#embed "texts/en.txt"
};
static const char catalogue_pt[] = {
#embed "texts/pt.txt"
};
static const char catalogue_es[] = {
#embed "texts/es.txt"
};

static const acta_text all[] = {
    {"catalogue/en", catalogue_en, sizeof catalogue_en},
    {"catalogue/pt", catalogue_pt, sizeof catalogue_pt},
    {"catalogue/es", catalogue_es, sizeof catalogue_es},
};

size_t acta_text_count(void) { return sizeof all / sizeof all[0]; }

acta_text acta_text_at(size_t index) { return all[index]; }
