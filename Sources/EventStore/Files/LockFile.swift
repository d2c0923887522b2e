internal import Glibc
internal import Values

/// The lock file of a network: whoever writes, checkpoints or backs up holds it.
///
/// The kernel gives it back when a process ends, however it ends.
package final class LockFile {
  /// How long a writer waits for another before it gives up, in milliseconds.
  package static let patienceMilliseconds = 10_000

  /// Bounds of one sleep, in microseconds.
  private static let (shortest, longest): (UInt32, Int64) = (20, 5_000)

  private let descriptor: Int32
  /// Who waits, in the order of coming.
  private let queue: LockQueue
  /// Wakes the next of them; made when somebody waits for the first time.
  private lazy var bell = LockBell(descriptor: descriptor)
  /// The number that this one drew, until it gives the lock back.
  private var number: UInt64?

  /// Opens the lock file of a folder, made when missing.
  package init(in directory: String) throws {
    descriptor = unsafe Glibc.open(directory + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(in: directory) }
    queue = LockQueue(descriptor: descriptor)
  }

  deinit { _ = Glibc.close(descriptor) }

  /// A folder that is there holds the lock itself, or a link to nothing.
  private static func failure(in directory: String) -> Failure {
    let number = errno
    guard number == ENOENT, Folder.isFolder(directory) else {
      errno = number
      return Failure.system("lock")
    }
    return Failure(.fileFailed, ["file": .text("lock"), "number": .int(Int(number))])
  }

  /// Waits for the lock, a bounded time, behind those who came before.
  ///
  /// - Parameter milliseconds: How long to wait at most.
  /// - Throws: `log-busy` when somebody else holds it all that time: try again later.
  package func lock(patience milliseconds: Int = patienceMilliseconds) throws {
    if queue.isEmpty, try isTaken() { return }
    do { try wait(for: .milliseconds(milliseconds)) } catch {
      leave()
      throw error
    }
  }

  package func unlock() {
    _ = flock(descriptor, LOCK_UN)
    let hasCalled = callNext()
    if let number {
      queue.finish(number)
      // Whoever drew meanwhile found this number before its own.
      if !hasCalled { callNext() }
    }
    number = nil
    // Whoever was woken on this processor would else wait for what this one does next; docs/performance.md.
    if hasCalled { sched_yield() }
  }

  private func wait(for patience: Duration) throws {
    let start = ContinuousClock.now
    number = queue.draw()
    while true {
      let mark = number.map { bell.mark(of: $0) }
      if try isTurn(mark) { break }
      let waited = start.duration(to: .now)
      guard waited < patience else { throw Failure(.logBusy) }
      sleep(after: waited, since: mark)
      number = number ?? queue.draw()
    }
  }

  /// Until it is called, or for a while; who has no number yet cannot be called.
  private func sleep(after waited: Duration, since mark: UInt32?) {
    guard let number, let mark else {
      usleep(Self.shortest)
      return
    }
    bell.wait(for: number, since: mark, atMost: pause(after: waited))
  }

  /// Takes the lock when it is this one's turn.
  ///
  /// Who was called comes next, since whoever called it looked for that; who has no number yet comes behind all that have one.
  private func isTurn(_ mark: UInt32?) throws -> Bool {
    guard isCalled(mark) || number.map({ queue.isFirst($0) }) ?? queue.isEmpty else {
      return false
    }
    return try isTaken()
  }

  /// How long to sleep without being called, in microseconds: the longer the longer it lasts already, and the
  /// longer the more come before.
  private func pause(after waited: Duration) -> UInt32 {
    let microseconds = waited.components.attoseconds / 1_000_000_000_000
    let base = waited < .seconds(1) ? min(Self.longest, max(500, microseconds / 4)) : Self.longest
    let ahead = number.map { queue.ahead(of: $0) } ?? 1
    return UInt32(min(Self.longest, base * Int64(ahead)))
  }

  private func isTaken() throws -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw Failure.system("lock") }
    return false
  }

  /// Gives up waiting; a call that came in vain goes to the next.
  private func leave() {
    guard let number else { return }
    queue.leave(number)
    if isCalled(bell.mark(of: number)) || queue.isFirst(number) { callNext() }
    self.number = nil
  }

  /// Wakes whoever waits next.
  ///
  /// - Returns: Whether anybody does.
  @discardableResult
  private func callNext() -> Bool {
    guard let next = queue.next(after: number) else { return false }
    bell.ring(next)
    return true
  }

  private func isCalled(_ mark: UInt32?) -> Bool {
    number.map { mark == LockBell.call(of: $0) } ?? false
  }
}
