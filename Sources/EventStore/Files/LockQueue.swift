internal import Glibc

/// The order in which those who wait for a lock file get it.
///
/// Whoever waits draws a number from the lock file and holds a lock on the byte of that number until
/// it has had its turn, so that the kernel takes a process that ends, however it ends, out of the
/// queue. The queue keeps nobody out: that is what the lock itself is for.
///
/// The file holds the next number in its first eight bytes and the number whose turn it is in the
/// next eight, lowest byte first; whatever stands there is a number. The words of `LockBell` follow,
/// up to the byte of the first number. Where the file system has no
/// such locks, or no room for sixteen bytes, there is no queue, and who asks first at the right
/// moment is first.
///
/// Source: fcntl(2), "Open file description locks"; docs/decisions/0020.
struct LockQueue {
  /// The byte of number 0; the bytes before it belong to the numbers themselves.
  private static let firstByte: Int64 = 64
  /// Numbers are below this, so that no byte lies beyond what a file may have.
  private static let numbers: UInt64 = 1 << 40
  /// `F_OFD_GETLK` and `F_OFD_SETLK` of `<fcntl.h>`, which Swift does not import.
  private static let (ask, set): (Int32, Int32) = (36, 37)

  let descriptor: Int32

  /// Whether nobody else waits.
  var isEmpty: Bool { !isHeld(below: Self.numbers) }

  /// Draws the next number and holds its byte.
  ///
  /// - Returns: nil when somebody else is drawing at this moment, or where there can be no queue.
  func draw() -> UInt64? {
    guard lock(0, as: F_WRLCK) else { return nil }
    defer { _ = lock(0, as: F_UNLCK) }
    let drawn = ends().next
    // The first is held only when the file was changed by another hand.
    let number = (0..<64).lazy.map { (drawn + $0) % Self.numbers }
      .first { !isHeld(from: $0, below: $0 + 1) }
    guard let number, write((number + 1) % Self.numbers, at: 0),
      lock(byte(number), as: F_WRLCK)
    else { return nil }
    return number
  }

  /// Lets a number go, whether it had its turn or gave up.
  func leave(_ number: UInt64) { _ = lock(byte(number), as: F_UNLCK) }

  /// Whether nobody who waits drew a lower number.
  func isFirst(_ number: UInt64) -> Bool { !isHeld(below: number) }

  /// Lets a number go that had its turn, and says that the one behind it is next.
  func finish(_ number: UInt64) {
    _ = write((number + 1) % Self.numbers, at: 8)
    leave(number)
  }

  /// Who waits next.
  ///
  /// - Parameter number: The number of whoever leaves; nil for one who did not have to wait.
  /// - Returns: The lowest number that is held behind it; nil when nobody waits, as far as the next 64 tell.
  func next(after number: UInt64?) -> UInt64? {
    let (drawn, called) = ends()
    let first = number.map { $0 + 1 } ?? called
    guard first < drawn else { return nil }
    return (first..<min(drawn, first + 64)).first { isHeld(from: $0, below: $0 + 1) }
  }

  /// How many numbers come before this one, as far as the file tells: at least 1, at most 64.
  func ahead(of number: UInt64) -> Int {
    let called = ends().called
    guard called < number else { return 1 }
    return Int(min(number - called, 64))
  }

  private func byte(_ number: UInt64) -> Int64 { Self.firstByte + Int64(number) }

  private func isHeld(from first: UInt64 = 0, below end: UInt64) -> Bool {
    guard end > first else { return false }
    var place = self.place(byte(first), Int64(end - first), F_WRLCK)
    let answer = unsafe withUnsafeMutablePointer(to: &place) {
      unsafe fcntl(descriptor, Self.ask, UnsafeMutableRawPointer($0))
    }
    return answer == 0 && place.l_type != Int16(F_UNLCK)
  }

  private func lock(_ start: Int64, as type: Int32) -> Bool {
    var place = self.place(start, 1, type)
    return unsafe withUnsafeMutablePointer(to: &place) {
      unsafe fcntl(descriptor, Self.set, UnsafeMutableRawPointer($0)) == 0
    }
  }

  private func place(_ start: Int64, _ count: Int64, _ type: Int32) -> flock {
    flock(
      l_type: Int16(type), l_whence: Int16(SEEK_SET), l_start: Int(start), l_len: Int(count),
      l_pid: 0)
  }

  /// The next number to draw, and the one whose turn it is.
  private func ends() -> (next: UInt64, called: UInt64) {
    var ends: (UInt64, UInt64) = (0, 0)
    let count = unsafe withUnsafeMutableBytes(of: &ends) {
      unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
    }
    let next = count >= 8 ? UInt64(littleEndian: ends.0) % Self.numbers : 0
    return (next, count == 16 ? UInt64(littleEndian: ends.1) : 0)
  }

  private func write(_ number: UInt64, at offset: Int) -> Bool {
    unsafe withUnsafeBytes(of: number.littleEndian) {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset) == 8
    }
  }
}
