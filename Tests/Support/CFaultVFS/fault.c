#include "CFaultVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "outage.h"

#define PLANS 64
#define FOLDER 1024

struct plan {
  int is_used, operations, nth, code, way, count;
  int cut; /* How much of a torn write is written; below 0 half of it. */
  char folder[FOLDER];
};

static struct plan plans[PLANS];
static pthread_mutex_t plans_lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3_vfs *real;

/* A file of ours; the real one stands behind it in the same memory. */
struct file {
  sqlite3_file base;
  const char *name; /* SQLite keeps it until the file is closed; none for a temporary file. */
  sqlite3_file *real;
};

static int is_within(const char *name, const char *folder) {
  size_t length = strlen(folder);
  return name && strncmp(name, folder, length) == 0 && name[length] == '/';
}

/* The answer to an operation: SQLITE_OK lets it through. Of `torn` bytes that a write fails with, the plan says how many are
   written, none as a rule. */
static int answer(const char *name, int operation, int code, int *torn) {
  int size = torn ? *torn : 0;
  if (torn) *torn = 0;
  int result = SQLITE_OK;
  pthread_mutex_lock(&plans_lock);
  for (int i = 0; i < PLANS; i++) {
    struct plan *plan = &plans[i];
    if (!plan->is_used || !(plan->operations & operation) || !is_within(name, plan->folder))
      continue;
    plan->count += 1;
    if (plan->nth == 0 || plan->count < plan->nth) continue;
    if (plan->count > plan->nth && plan->way == ACTA_FAULT_ONCE) continue;
    if (torn && plan->way == ACTA_FAULT_TORN && plan->count == plan->nth)
      *torn = plan->cut < 0 ? size / 2 : plan->cut < size ? plan->cut : size;
    result = operation == ACTA_FAULT_WRITE ? plan->code : code;
  }
  pthread_mutex_unlock(&plans_lock);
  return result;
}

static struct file *ours(sqlite3_file *file) { return (struct file *)file; }
static sqlite3_file *behind(sqlite3_file *file) { return ours(file)->real; }

static int file_close(sqlite3_file *file) { return behind(file)->pMethods->xClose(behind(file)); }

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  int code = answer(ours(file)->name, ACTA_FAULT_READ, SQLITE_IOERR_READ, 0);
  return code ? code : behind(file)->pMethods->xRead(behind(file), bytes, count, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  int torn = count;
  int code = answer(ours(file)->name, ACTA_FAULT_WRITE, 0, &torn);
  if (!code || torn) outage_write(ours(file)->name, behind(file), count, offset);
  if (code && torn) behind(file)->pMethods->xWrite(behind(file), bytes, torn, offset);
  return code ? code : behind(file)->pMethods->xWrite(behind(file), bytes, count, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int code = answer(ours(file)->name, ACTA_FAULT_TRUNCATE, SQLITE_IOERR_TRUNCATE, 0);
  if (!code) outage_truncate(ours(file)->name, behind(file), size);
  return code ? code : behind(file)->pMethods->xTruncate(behind(file), size);
}

static int file_sync(sqlite3_file *file, int flags) {
  int code = answer(ours(file)->name, ACTA_FAULT_SYNC, SQLITE_IOERR_FSYNC, 0);
  if (!code) code = behind(file)->pMethods->xSync(behind(file), flags);
  if (!code) outage_sync(ours(file)->name);
  return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return behind(file)->pMethods->xFileSize(behind(file), size);
}

static int file_lock(sqlite3_file *file, int level) {
  return behind(file)->pMethods->xLock(behind(file), level);
}

static int file_unlock(sqlite3_file *file, int level) {
  return behind(file)->pMethods->xUnlock(behind(file), level);
}

static int file_is_reserved(sqlite3_file *file, int *result) {
  return behind(file)->pMethods->xCheckReservedLock(behind(file), result);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
  return behind(file)->pMethods->xFileControl(behind(file), operation, argument);
}

static int file_sector(sqlite3_file *file) {
  return behind(file)->pMethods->xSectorSize(behind(file));
}

static int file_device(sqlite3_file *file) {
  return behind(file)->pMethods->xDeviceCharacteristics(behind(file));
}

static int file_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return behind(file)->pMethods->xShmMap(behind(file), page, size, extend, memory);
}

static int file_map_lock(sqlite3_file *file, int offset, int count, int flags) {
  return behind(file)->pMethods->xShmLock(behind(file), offset, count, flags);
}

static void file_barrier(sqlite3_file *file) { behind(file)->pMethods->xShmBarrier(behind(file)); }

static int file_unmap(sqlite3_file *file, int deletes) {
  return behind(file)->pMethods->xShmUnmap(behind(file), deletes);
}

/* Version 2: with shared memory for the write-ahead log, without memory-mapped reading. */
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_is_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
    .xShmMap = file_map,
    .xShmLock = file_map_lock,
    .xShmBarrier = file_barrier,
    .xShmUnmap = file_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *told) {
  struct file *opened = ours(file);
  (void)vfs;
  opened->base.pMethods = 0;
  opened->name = name;
  opened->real = (sqlite3_file *)(opened + 1);
  opened->real->pMethods = 0;
  int code = answer(name, ACTA_FAULT_OPEN, SQLITE_CANTOPEN, 0);
  int is_new = name && flags & SQLITE_OPEN_CREATE && access(name, F_OK) != 0;
  if (code == SQLITE_OK) code = real->xOpen(real, name, opened->real, flags, told);
  if (opened->real->pMethods) opened->base.pMethods = &methods;
  if (code == SQLITE_OK && is_new) outage_create(name);
  return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int synchronizes) {
  int code = answer(name, ACTA_FAULT_DELETE, SQLITE_IOERR_DELETE, 0);
  (void)vfs;
  if (!code) outage_delete(name, synchronizes);
  return code ? code : real->xDelete(real, name, synchronizes);
}

static sqlite3_vfs front;
static int install_code;

/* All but opening and deleting is the real one's, which never looks at the vfs that it is given. */
static void install(void) {
  real = sqlite3_vfs_find(0);
  if (!real) {
    install_code = SQLITE_ERROR;
    return;
  }
  front = *real;
  front.szOsFile = (int)sizeof(struct file) + real->szOsFile;
  front.zName = "acta-fault";
  front.pNext = 0;
  front.xOpen = vfs_open;
  front.xDelete = vfs_delete;
  install_code = sqlite3_vfs_register(&front, 1);
}

int acta_fault_install(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  sqlite3_initialize();
  pthread_once(&once, install);
  return install_code;
}

int acta_fault_plan(const char *folder, int operations, int nth, int code, int way) {
  int number = -1;
  if (strlen(folder) >= FOLDER) return number;
  pthread_mutex_lock(&plans_lock);
  for (int i = 0; i < PLANS && number < 0; i++) {
    if (plans[i].is_used) continue;
    number = i;
    plans[i] = (struct plan){
        .is_used = 1, .operations = operations, .nth = nth, .code = code, .way = way, .cut = -1};
    strcpy(plans[i].folder, folder);
  }
  pthread_mutex_unlock(&plans_lock);
  return number;
}

void acta_fault_cut(int plan, int bytes) {
  pthread_mutex_lock(&plans_lock);
  plans[plan].cut = bytes;
  pthread_mutex_unlock(&plans_lock);
}

int acta_fault_count(int plan) {
  pthread_mutex_lock(&plans_lock);
  int count = plans[plan].count;
  pthread_mutex_unlock(&plans_lock);
  return count;
}

void acta_fault_end(int plan) {
  pthread_mutex_lock(&plans_lock);
  plans[plan].is_used = 0;
  pthread_mutex_unlock(&plans_lock);
}
