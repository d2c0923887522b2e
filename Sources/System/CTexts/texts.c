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

static const char template_blank[] = {
#embed "../../../policies/templates/blank.yaml"
};
static const char template_board[] = {
#embed "../../../policies/templates/board-and-executive.yaml"
};
static const char template_coordinator[] = {
#embed "../../../policies/templates/coordinator-and-contact-points.yaml"
};
static const char template_directory[] = {
#embed "../../../policies/templates/directory-and-annual-meeting.yaml"
};
static const char template_plenary[] = {
#embed "../../../policies/templates/plenary-of-states.yaml"
};
static const char template_steering[] = {
#embed "../../../policies/templates/steering-group.yaml"
};

static const acta_text all[] = {
    {"catalogue/en", catalogue_en, sizeof catalogue_en},
    {"catalogue/pt", catalogue_pt, sizeof catalogue_pt},
    {"catalogue/es", catalogue_es, sizeof catalogue_es},
    {"template/blank", template_blank, sizeof template_blank},
    {"template/board-and-executive", template_board, sizeof template_board},
    {"template/coordinator-and-contact-points", template_coordinator, sizeof template_coordinator},
    {"template/directory-and-annual-meeting", template_directory, sizeof template_directory},
    {"template/plenary-of-states", template_plenary, sizeof template_plenary},
    {"template/steering-group", template_steering, sizeof template_steering},
};

size_t acta_text_count(void) { return sizeof all / sizeof all[0]; }

acta_text acta_text_at(size_t index) { return all[index]; }
