#pragma once

/* A file system for SQLite that fails when a test says so.
 *
 * It stands in front of the one that SQLite has, for the files of one folder: the operations of the
 * kinds asked for are counted, and the n-th of them fails. Folders without a plan are left alone, so
 * that tests may run side by side. */

enum {
  ACTA_FAULT_READ = 1,
  ACTA_FAULT_WRITE = 2,
  ACTA_FAULT_SYNC = 4,
  ACTA_FAULT_TRUNCATE = 8,
  ACTA_FAULT_DELETE = 16,
  ACTA_FAULT_OPEN = 32
};

enum {
  /* Only the n-th operation fails, as a disk that recovers. */
  ACTA_FAULT_ONCE = 0,
  /* From the n-th on nothing gets through any more, as a full disk, a lost one or a power cut. */
  ACTA_FAULT_FOR_EVER = 1,
  /* As before, and the write that fails is written by half. */
  ACTA_FAULT_TORN = 2
};

/* Puts the file system in front of the default one, once for the process; not 0 when SQLite refuses. */
int acta_fault_install(void);

/* Plans a fault; the plan's number, or -1 when there are too many plans or the folder is too long.
 *
 * nth counts from 1; 0 never fails and only counts. code is SQLite's answer to a write that fails,
 * such as SQLITE_FULL; other operations answer with their own input or output error. */
int acta_fault_plan(const char *folder, int operations, int nth, int code, int way);

/* How many operations of the kinds asked for came so far, the failed ones too. */
int acta_fault_count(int plan);

void acta_fault_end(int plan);
