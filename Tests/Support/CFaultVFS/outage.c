#include "outage.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "CFaultVFS.h"

#define OUTAGES 16
#define FOLDER 1024
#define SECTOR 512

enum kind { WRITTEN, CUT_SHORT, DELETED, CREATED };

/* One change that is not durable yet, with what stood there before. */
struct change {
  enum kind kind;
  char *name;
  sqlite3_int64 offset; /* Of the sector. */
  sqlite3_int64 size;   /* Of the file, before. */
  int count;            /* How many bytes stood there before. */
  unsigned char *bytes;
  int is_undone;
};

struct outage {
  int is_used, is_lying;
  char folder[FOLDER];
  struct change *changes;
  int count, room;
};

static struct outage outages[OUTAGES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Locks, and gives the outage that a file belongs to, or unlocks and gives none. */
static struct outage *enter(const char *name) {
  pthread_mutex_lock(&lock);
  for (int i = 0; name && i < OUTAGES; i++) {
    size_t length = strlen(outages[i].folder);
    if (outages[i].is_used && strncmp(name, outages[i].folder, length) == 0 && name[length] == '/')
      return &outages[i];
  }
  pthread_mutex_unlock(&lock);
  return 0;
}

static void leave(void) { pthread_mutex_unlock(&lock); }

static struct change *add(struct outage *outage, enum kind kind, const char *name) {
  if (outage->count == outage->room) {
    outage->room = outage->room ? 2 * outage->room : 256;
    outage->changes = realloc(outage->changes, (size_t)outage->room * sizeof(struct change));
    if (!outage->changes) abort();
  }
  struct change *change = &outage->changes[outage->count++];
  *change = (struct change){.kind = kind, .name = strdup(name)};
  return change;
}

static void forget(struct change *change) {
  free(change->name);
  free(change->bytes);
}

static void forget_all(struct outage *outage, const char *name) {
  int kept = 0;
  for (int i = 0; i < outage->count; i++) {
    if (!name || strcmp(outage->changes[i].name, name) == 0) forget(&outage->changes[i]);
    else outage->changes[kept++] = outage->changes[i];
  }
  outage->count = kept;
}

/* Keeps the sectors from an offset to an end as they are now. */
static void keep_sectors(
    struct outage *outage, enum kind kind, const char *name, sqlite3_file *file,
    sqlite3_int64 offset, sqlite3_int64 end) {
  sqlite3_int64 size = 0;
  file->pMethods->xFileSize(file, &size);
  for (sqlite3_int64 at = offset / SECTOR * SECTOR; at < end; at += SECTOR) {
    struct change *change = add(outage, kind, name);
    change->offset = at;
    change->size = size;
    change->count = size <= at ? 0 : size - at < SECTOR ? (int)(size - at) : SECTOR;
    change->bytes = calloc(1, SECTOR);
    if (!change->bytes) abort();
    if (change->count) file->pMethods->xRead(file, change->bytes, change->count, at);
  }
}

void outage_write(const char *name, sqlite3_file *file, int count, sqlite3_int64 offset) {
  struct outage *outage = enter(name);
  if (!outage) return;
  keep_sectors(outage, WRITTEN, name, file, offset, offset + count);
  leave();
}

void outage_truncate(const char *name, sqlite3_file *file, sqlite3_int64 size) {
  struct outage *outage = enter(name);
  if (!outage) return;
  sqlite3_int64 before = 0;
  file->pMethods->xFileSize(file, &before);
  keep_sectors(outage, CUT_SHORT, name, file, size, before);
  leave();
}

void outage_delete(const char *name, int is_durable) {
  struct outage *outage = enter(name);
  if (!outage) return;
  struct stat status;
  int file = open(name, O_RDONLY | O_CLOEXEC);
  if (is_durable && !outage->is_lying) {
    forget_all(outage, name);
  } else if (file >= 0 && fstat(file, &status) == 0) {
    struct change *change = add(outage, DELETED, name);
    change->bytes = malloc((size_t)status.st_size + 1);
    if (!change->bytes) abort();
    change->count = (int)read(file, change->bytes, (size_t)status.st_size);
    change->size = change->count;
  }
  if (file >= 0) close(file);
  leave();
}

void outage_create(const char *name) {
  struct outage *outage = enter(name);
  if (!outage) return;
  add(outage, CREATED, name);
  leave();
}

void outage_sync(const char *name) {
  struct outage *outage = enter(name);
  if (!outage) return;
  if (!outage->is_lying) forget_all(outage, name);
  leave();
}

/* SplitMix64, as in Seeded.swift. */
static unsigned long long chance(unsigned long long *state) {
  unsigned long long value = *state += 0x9E3779B97F4A7C15ull;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
  return value ^ (value >> 31);
}

/* Takes one change back; a sector that never stood there may hold what lay on the disk before. */
static void undo(struct change *change, int resizes, unsigned long long *state) {
  if (change->kind == CREATED) {
    unlink(change->name);
    return;
  }
  int file = open(change->name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return;
  int count = change->kind == DELETED ? change->count : SECTOR;
  if (change->kind != DELETED && change->count == 0 && chance(state) % 2)
    for (int i = 0; i < SECTOR; i++) change->bytes[i] = (unsigned char)chance(state);
  if (resizes && change->kind != DELETED) count = change->count;
  if (pwrite(file, change->bytes, (size_t)count, change->offset) < 0) abort();
  if (resizes && ftruncate(file, change->size) != 0) abort();
  close(file);
  change->is_undone = 1;
}

static int is_same(const struct change *a, const struct change *b) {
  return strcmp(a->name, b->name) == 0;
}

/* How many changes of the same file, or of the same sector of it, there are. */
static int count_of(struct outage *outage, const struct change *change, int by_sector) {
  int count = 0;
  for (int i = 0; i < outage->count; i++) {
    struct change *other = &outage->changes[i];
    count += is_same(other, change) && (!by_sector || other->offset == change->offset);
  }
  return count;
}

static int is_ordered(struct outage *outage, const struct change *change) {
  for (int i = 0; i < outage->count; i++)
    if (is_same(&outage->changes[i], change) && outage->changes[i].kind != WRITTEN) return 1;
  return 0;
}

/* Loses, of one file, the changes after some moment; or of each sector on its own. */
static int lose(struct outage *outage, int last, unsigned long long *state) {
  struct change *change = &outage->changes[last];
  int by_sector = !is_ordered(outage, change) && chance(state) % 3 != 0, lost = 0;
  unsigned long long way = chance(state) % 4, salt = chance(state);
  int all = count_of(outage, change, 0);
  int kept = way == 0 ? 0 : way == 1 ? all : (int)(chance(state) % (unsigned long long)(all + 1));
  for (int i = last; i >= 0; i--) {
    struct change *one = &outage->changes[i];
    if (one->is_undone || !is_same(one, change)) continue;
    if (by_sector && way > 1) {
      /* The same sector draws the same number each time: its last so many versions are lost. */
      unsigned long long draw = salt ^ (unsigned long long)one->offset;
      int versions = count_of(outage, one, 1), later = 0;
      for (int j = i + 1; j <= last; j++)
        later += is_same(&outage->changes[j], one) && outage->changes[j].offset == one->offset;
      if (later >= (int)(chance(&draw) % (unsigned long long)(versions + 1))) continue;
      undo(one, 0, state);
      lost += 1;
    } else if (all - kept > 0) {
      undo(one, 1, state);
      all -= 1;
      lost += 1;
    }
    one->is_undone = 1;
  }
  return lost;
}

int acta_outage_begin(const char *folder, int is_lying) {
  int number = -1;
  if (strlen(folder) >= FOLDER) return number;
  pthread_mutex_lock(&lock);
  for (int i = 0; i < OUTAGES && number < 0; i++) {
    if (outages[i].is_used) continue;
    number = i;
    outages[i] = (struct outage){.is_used = 1, .is_lying = is_lying};
    strcpy(outages[i].folder, folder);
  }
  pthread_mutex_unlock(&lock);
  return number;
}

int acta_outage_strike(int number, unsigned long long seed) {
  pthread_mutex_lock(&lock);
  struct outage *outage = &outages[number];
  int lost = 0, seen = outage->count;
  for (int i = outage->count - 1; i >= 0; i--) {
    int is_last = 1;
    for (int j = i + 1; j < seen; j++) is_last = is_last && !is_same(&outage->changes[i], &outage->changes[j]);
    if (is_last) lost += lose(outage, i, &seed);
  }
  forget_all(outage, 0);
  pthread_mutex_unlock(&lock);
  return lost;
}

void acta_outage_end(int number) {
  pthread_mutex_lock(&lock);
  forget_all(&outages[number], 0);
  free(outages[number].changes);
  outages[number] = (struct outage){0};
  pthread_mutex_unlock(&lock);
}
