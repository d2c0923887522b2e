#include "CGather.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* Fifteen pages of 4,096 bytes; an act needs eight. SQLite's own file system takes up to 131,071 bytes at once, of more it
   would write a part (os_unix.c, seekAndWriteFd). */
#define ROOM 0xffff

/* Bytes before each page in a write-ahead log; from the fifth on, the size of the database if the page is a commit's last. */
#define FRAME_HEAD 24

/* Bytes for a file of the file system beneath; that of SQLite 3.40 takes 120. Where they are not enough nothing is opened. */
#define BENEATH 512

/* The version of the methods that this file knows. */
#define VERSION 3

enum piece { ANY, PAGE, LAST_PAGE };

/* A file of the file system beneath, with some of its methods replaced. */
struct file {
  union {
    sqlite3_file base;
    unsigned char beneath[BENEATH];
  };
  const sqlite3_io_methods *real;
  sqlite3_io_methods methods;
  struct file *log;      /* Of a database: its write-ahead log, if that gathers. */
  struct file *database; /* Of a write-ahead log that gathers. */
  /* What is gathered, and where it is to stand in the file. */
  unsigned char *bytes;
  int count;
  sqlite3_int64 offset;
  /* Of the transaction of this connection, all 0 without one. */
  int is_writing;
  enum piece next;    /* What follows the head that was written last. */
  sqlite3_int64 end;  /* Up to where it has written. */
  int failure;        /* Why something could not be handed on, */
  sqlite3_int64 lost; /* and from where on. */
};

static const char name_of_vfs[] = "acta-gather";

static struct file *ours(sqlite3_file *file) { return (struct file *)file; }

/* What could not be handed on is lost: nothing may be written or synchronized behind it until the transaction is over. */
static int hand_on(struct file *log) {
  int count = log->count;
  log->count = 0;
  if (log->failure != SQLITE_OK || count == 0) return log->failure;
  log->failure = log->real->xWrite(&log->base, log->bytes, count, log->offset);
  log->lost = log->offset;
  return log->failure;
}

static void begin_transaction(struct file *log) {
  if (!log->bytes) log->bytes = malloc(ROOM);
  log->is_writing = log->bytes != 0;
}

static void end_transaction(struct file *log) {
  log->count = 0;
  log->is_writing = 0;
  log->next = ANY;
  log->end = 0;
  log->failure = SQLITE_OK;
}

/* --- The write-ahead log --------------------------------------------------------------------------------------- */

/* Where a transaction changed a page again, SQLite writes over it, and over the heads, behind which then no page follows. */
static int is_gathered(struct file *log, int count, sqlite3_int64 offset) {
  return log->is_writing && offset >= log->end && count <= ROOM;
}

/* Takes a piece in; whether it may wait: the head of a page until its page, and a page that is not the last of a commit. */
static int gather(struct file *log, const void *bytes, int count, sqlite3_int64 offset) {
  static const unsigned char none[4];
  enum piece piece = log->next;
  if (log->count == 0) log->offset = offset;
  memcpy(log->bytes + log->count, bytes, (size_t)count);
  log->count += count;
  log->end = offset + count;
  log->next = ANY;
  if (count != FRAME_HEAD) return piece == PAGE;
  log->next = memcmp((const unsigned char *)bytes + 4, none, sizeof none) == 0 ? PAGE : LAST_PAGE;
  return 1;
}

static int log_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  struct file *log = ours(file);
  int code = log->failure;
  if (log->count + count > ROOM || offset != log->offset + log->count) code = hand_on(log);
  if (code != SQLITE_OK) return code;
  if (!is_gathered(log, count, offset)) return log->real->xWrite(file, bytes, count, offset);
  return gather(log, bytes, count, offset) ? SQLITE_OK : hand_on(log);
}

/* Whether a part of the file reaches into what is gathered or lost, which is always its end. */
static int reaches(struct file *log, int count, sqlite3_int64 offset) {
  sqlite3_int64 end = offset + count;
  return (log->count && end > log->offset) || (log->failure && end > log->lost);
}

static int log_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  struct file *log = ours(file);
  int code = reaches(log, count, offset) ? hand_on(log) : SQLITE_OK;
  return code ? code : log->real->xRead(file, bytes, count, offset);
}

static int log_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int code = hand_on(ours(file));
  return code ? code : ours(file)->real->xTruncate(file, size);
}

static int log_sync(sqlite3_file *file, int flags) {
  int code = hand_on(ours(file));
  return code ? code : ours(file)->real->xSync(file, flags);
}

static int log_size(sqlite3_file *file, sqlite3_int64 *size) {
  int code = hand_on(ours(file));
  return code ? code : ours(file)->real->xFileSize(file, size);
}

static int log_close(sqlite3_file *file) {
  struct file *log = ours(file);
  if (log->database) log->database->log = 0;
  free(log->bytes);
  return log->real->xClose(file);
}

/* --- The database ---------------------------------------------------------------------------------------------- */

/* The lock of whoever writes is the first of the wal-index; what a writer that gives it back has not committed is void. */
static int database_lock(sqlite3_file *file, int first, int count, int flags) {
  struct file *log = ours(file)->log;
  if (log && first == 0 && flags == (SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE)) end_transaction(log);
  int code = ours(file)->real->xShmLock(file, first, count, flags);
  if (log && first == 0 && flags == (SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) && code == SQLITE_OK) begin_transaction(log);
  return code;
}

static int database_close(sqlite3_file *file) {
  if (ours(file)->log) ours(file)->log->database = 0;
  return ours(file)->real->xClose(file);
}

/* --- Opening --------------------------------------------------------------------------------------------------- */

static void begin_database(struct file *file) {
  if (file->real->iVersion < 2) return;
  file->methods.xShmLock = database_lock;
  file->methods.xClose = database_close;
}

/* A disk that may spoil what stands beside what is written makes SQLite repeat pages and cut them in pieces of its own;
   and pieces that cannot be thrown away when a transaction ends are not to be gathered. */
static int may_gather(struct file *database) {
  return database->methods.xShmLock == database_lock &&
         database->real->xDeviceCharacteristics(&database->base) & SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static void begin_log(struct file *log, const char *name) {
  struct file *database = ours(sqlite3_database_file_object(name));
  if (!may_gather(database)) return;
  log->database = database;
  database->log = log;
  log->methods.xWrite = log_write;
  log->methods.xRead = log_read;
  log->methods.xTruncate = log_truncate;
  log->methods.xSync = log_sync;
  log->methods.xFileSize = log_size;
  log->methods.xClose = log_close;
}

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *opened, int flags, int *told) {
  struct file *file = ours(opened);
  sqlite3_vfs *beneath = sqlite3_vfs_find(0);
  (void)vfs;
  memset(file, 0, sizeof *file);
  if (beneath->szOsFile > BENEATH) return SQLITE_CANTOPEN;
  int code = beneath->xOpen(beneath, name, opened, flags, told);
  if (!opened->pMethods) return code;
  file->real = opened->pMethods;
  file->methods = *file->real;
  if (file->methods.iVersion > VERSION) file->methods.iVersion = VERSION;
  opened->pMethods = &file->methods;
  if (code != SQLITE_OK) return code;
  if (flags & SQLITE_OPEN_MAIN_DB) begin_database(file);
  if (flags & SQLITE_OPEN_WAL) begin_log(file, name);
  return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int synchronizes) {
  sqlite3_vfs *beneath = sqlite3_vfs_find(0);
  (void)vfs;
  return beneath->xDelete(beneath, name, synchronizes);
}

static sqlite3_vfs front;

/* All but opening and deleting is that of the default file system at the start, which never looks at the vfs that it is given. */
static void install(void) {
  sqlite3_vfs *beneath = sqlite3_vfs_find(0);
  if (!beneath) return;
  front = *beneath;
  front.szOsFile = sizeof(struct file);
  front.zName = name_of_vfs;
  front.pNext = 0;
  front.xOpen = vfs_open;
  front.xDelete = vfs_delete;
  sqlite3_vfs_register(&front, 0);
}

const char *acta_gather_install(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  sqlite3_initialize();
  pthread_once(&once, install);
  return name_of_vfs;
}
