import Foundation
import Testing

@testable import EventStore

/// Who waits for the lock of a network is woken when it is its turn.
@Suite struct LockBellTests {
  /// Longer than any test: whoever sleeps so long was not woken.
  private static let forEver: UInt32 = 600_000_000

  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open() throws -> Int32 {
    let path = scratch.path + "/lock"
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    return descriptor
  }

  @Test(arguments: [0, 7, 11, 12, 1 << 39] as [UInt64])
  func `A call that came after the look ends the sleep before it begins`(_ number: UInt64) throws {
    let (one, two) = (LockBell(descriptor: try open()), LockBell(descriptor: try open()))
    let mark = one.mark(of: number)
    two.ring(number)
    one.wait(for: number, since: mark, atMost: Self.forEver)
    #expect(one.mark(of: number) == LockBell.call(of: number))
  }

  @Test func `Who sleeps is woken from another place`() async throws {
    // An empty file has no word to sleep on: whoever waits there only looks after a while.
    try scratch.write([UInt8](repeating: 0, count: 64), to: "lock")
    let (one, two) = (try open(), try open())
    let hasWoken = AsyncStream<Void>.makeStream()
    DispatchQueue(label: "sleeper").async {
      let bell = LockBell(descriptor: one)
      bell.wait(for: 3, since: bell.mark(of: 3), atMost: Self.forEver)
      hasWoken.continuation.yield()
      hasWoken.continuation.finish()
    }
    // It may not sleep yet when it is called, so that it is called until it has woken.
    let caller = Task {
      let bell = LockBell(descriptor: two)
      while !Task.isCancelled {
        bell.ring(3)
        await Task.yield()
      }
    }
    for await _ in hasWoken.stream { caller.cancel() }
    await caller.value
    #expect(LockBell(descriptor: one).mark(of: 3) == LockBell.call(of: 3))
  }

  @Test func `A call is for one number, though every twelfth hears it`() throws {
    let bell = LockBell(descriptor: try open())
    bell.ring(5)
    #expect((0..<12).filter { bell.mark(of: $0) != 0 } == [5])
    #expect(bell.mark(of: 5) == LockBell.call(of: 5))
    #expect(bell.mark(of: 17) != LockBell.call(of: 17))
    bell.ring(17)
    #expect(bell.mark(of: 17) == LockBell.call(of: 17))
    #expect(bell.mark(of: 5) != LockBell.call(of: 5))
  }

  @Test func `The words stand between the numbers of the queue and the bytes that are locked`()
    throws
  {
    let bell = LockBell(descriptor: try open())
    for number in 0..<12 as Range<UInt64> { bell.ring(number) }
    let bytes = try scratch.bytes(of: "lock")
    #expect(bytes.count == 64)
    #expect(bytes.prefix(16).allSatisfy { $0 == 0 })
    #expect(bytes.dropFirst(16).filter { $0 != 0 } == Array(1...12))
  }

  @Test(
    arguments: [0, 11, (1 << 31) - 1, 1 << 31, (1 << 32) - 1, 1 << 32, (1 << 40) - 1] as [UInt64])
  func `No call is like the word of a file that is new`(_ number: UInt64) {
    #expect(LockBell.call(of: number) != 0)
    #expect(LockBell.call(of: number) != LockBell.call(of: number + 12))
  }

  @Test func `A file that was cut to nothing wakes nobody and ends nothing`() throws {
    try scratch.write([UInt8](repeating: 7, count: 64), to: "lock")
    let descriptor = try open()
    let bell = LockBell(descriptor: descriptor)
    let mark = bell.mark(of: 1)
    try #require(ftruncate(descriptor, 0) == 0)
    bell.wait(for: 1, since: mark, atMost: 1)
    #expect(bell.mark(of: 1) == 0)
    bell.ring(1)
    #expect(bell.mark(of: 1) == LockBell.call(of: 1))
  }

  @Test func `Without a file there is no bell, and nothing fails`() {
    let bell = LockBell(descriptor: -1)
    bell.ring(2)
    #expect(bell.mark(of: 2) == 0)
    bell.wait(for: 2, since: 0, atMost: 1)
  }

  // MARK: The lock and its bell

  @Test func `Who gives the lock back calls the next who waits`() throws {
    let lock = try LockFile(in: scratch.path)
    try lock.lock()
    let descriptor = try open()
    let (queue, bell) = (LockQueue(descriptor: descriptor), LockBell(descriptor: descriptor))
    let number = try #require(queue.draw())
    lock.unlock()
    #expect(bell.mark(of: number) == LockBell.call(of: number))
  }

  @Test func `Those who gave up are passed over, and call nobody who stands before them`() throws {
    let (holder, other) = (try LockFile(in: scratch.path), try LockFile(in: scratch.path))
    try holder.lock()
    let (first, last) = (LockQueue(descriptor: try open()), LockQueue(descriptor: try open()))
    let bell = LockBell(descriptor: last.descriptor)
    let number = try #require(first.draw())
    #expect(code { try other.lock(patience: 1) } == "log-busy")
    let behind = try #require(last.draw())
    #expect(behind > number + 1)
    let mark = bell.mark(of: behind)
    #expect(code { try other.lock(patience: 1) } == "log-busy")
    #expect(bell.mark(of: behind) == mark)
    first.leave(number)
    holder.unlock()
    #expect(bell.mark(of: behind) == LockBell.call(of: behind))
  }

  /// Somebody waits for a lock that is held, another behind, and the first of them gives up.
  ///
  /// While both wait a closure gets the bell and the number of the first. It gives what then stands under the number of
  /// the one behind, and its call.
  private func giveUp(
    _ waiting: (LockBell, UInt64) -> Void
  ) async throws -> (mark: UInt32, call: UInt32) {
    let path = scratch.path
    let drawn = UInt64(try scratch.bytes(of: "lock").first ?? 0)
    async let gaveUp: String? = withCheckedContinuation { continuation in
      DispatchQueue(label: "waiter").async {
        continuation.resume(returning: code { try LockFile(in: path).lock(patience: 500) })
      }
    }
    while try scratch.bytes(of: "lock").first != UInt8(drawn + 1) { await Task.yield() }
    let behind = LockQueue(descriptor: try open())
    let bell = LockBell(descriptor: behind.descriptor)
    let number = try #require(behind.draw())
    waiting(bell, drawn)
    #expect(await gaveUp == "log-busy")
    return (bell.mark(of: number), LockBell.call(of: number))
  }

  @Test func `Who gives up in the middle lets nobody overtake`() async throws {
    let (holder, first) = (try LockFile(in: scratch.path), LockQueue(descriptor: try open()))
    try holder.lock()
    #expect(first.draw() == 0)
    let (mark, call) = try await giveUp { _, _ in }
    #expect(mark != call)
    first.leave(0)
    holder.unlock()
  }

  @Test func `Who is next and gives up calls the one behind`() async throws {
    let holder = try LockFile(in: scratch.path)
    try holder.lock()
    let (mark, call) = try await giveUp { _, _ in }
    #expect(mark == call)
    holder.unlock()
  }

  @Test func `Who was called and gives up passes the call on`() async throws {
    let (holder, leaving) = (try LockFile(in: scratch.path), LockQueue(descriptor: try open()))
    try holder.lock()
    // It has called the next and still holds its own number.
    #expect(leaving.draw() == 0)
    let (mark, call) = try await giveUp { bell, number in bell.ring(number) }
    #expect(mark == call)
    holder.unlock()
  }

  @Test func `Who is called takes the lock, though whoever called holds its number still`() throws {
    let (leaving, lock) = (LockQueue(descriptor: try open()), try LockFile(in: scratch.path))
    let number = try #require(leaving.draw())
    LockBell(descriptor: leaving.descriptor).ring(number + 1)
    #expect(code { try lock.lock(patience: 0) } == nil)
  }

  @Test func `Where nobody waits nobody is called`() throws {
    let lock = try LockFile(in: scratch.path)
    for _ in 0..<3 {
      try lock.lock()
      lock.unlock()
    }
    #expect(try scratch.bytes(of: "lock").isEmpty)
  }

  // MARK: Who is next

  @Test func `Next is the lowest number that waits behind`() throws {
    let queues = try (0..<4).map { _ in LockQueue(descriptor: try open()) }
    #expect(queues.compactMap { $0.draw() } == [0, 1, 2, 3])
    let observer = LockQueue(descriptor: try open())
    #expect(observer.next(after: nil) == 0)
    #expect(observer.next(after: 0) == 1)
    queues[1].leave(1)
    #expect(observer.next(after: 0) == 2)
    queues[0].leave(0)
    #expect(observer.next(after: nil) == 2)
    queues[3].leave(3)
    #expect(observer.next(after: 2) == nil)
  }

  @Test func `Nobody is next where nobody drew`() throws {
    let queue = LockQueue(descriptor: try open())
    #expect(queue.next(after: nil) == nil)
    #expect(queue.next(after: 0) == nil)
    #expect(queue.next(after: 1 << 40) == nil)
  }

  @Test(arguments: [
    [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], [9, 0, 0, 0, 0, 0, 0, 0, 0xFF], [9, 0, 0, 0], [],
  ])
  func `Whatever stands in the file, somebody who waits not far behind is found`(_ bytes: [UInt8])
    throws
  {
    try scratch.write(bytes, to: "lock")
    let (waiting, observer) = (LockQueue(descriptor: try open()), LockQueue(descriptor: try open()))
    let number = try #require(waiting.draw())
    #expect(number == 0 || observer.next(after: number - 1) == number)
    waiting.leave(number)
    #expect(observer.next(after: number) == nil)
  }
}
