internal import Glibc
internal import Values

/// The lock file of a network: whoever writes, checkpoints or backs up holds it.
///
/// The kernel gives it back when a process ends, however it ends.
package final class LockFile {
  /// How long a writer waits for another before it gives up, in milliseconds.
  package static let patienceMilliseconds = 10_000

  private let descriptor: Int32

  /// Opens the lock file of a folder, made when missing.
  package init(in directory: String) throws {
    descriptor = unsafe Glibc.open(directory + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.system("lock") }
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Waits for the lock, a bounded time.
  ///
  /// - Parameter milliseconds: How long to wait at most.
  /// - Throws: `log-busy` when somebody else holds it all that time: try again later.
  package func lock(patience milliseconds: Int = patienceMilliseconds) throws {
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Failure.system("lock") }
      guard waited < milliseconds * 1_000 else { throw Failure(.logBusy) }
      // Short at first, since most acts take less than a millisecond; then rarely.
      let pause = min(5_000, max(200, waited / 4))
      usleep(UInt32(pause))
      waited += pause
    }
  }

  package func unlock() { _ = flock(descriptor, LOCK_UN) }
}
