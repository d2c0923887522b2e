import Foundation
import Testing
import Values

@testable import EventStore

/// Who waits for the lock of a network gets it in the order of coming.
@Suite struct LockQueueTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open() throws -> LockQueue {
    let path = scratch.path + "/lock"
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    return LockQueue(descriptor: descriptor)
  }

  private func close(_ queues: LockQueue...) {
    for queue in queues { _ = Glibc.close(queue.descriptor) }
  }

  /// The next number, as it stands in the file.
  private static func drawn(in folder: String) -> UInt8 {
    (try? Data(contentsOf: URL(filePath: folder + "/lock")).first) ?? 0
  }

  @Test func `Numbers are drawn one after the other, and the lowest is first`() throws {
    let (one, two, three) = (try open(), try open(), try open())
    defer { close(one, two, three) }
    #expect(one.isEmpty)
    #expect([one.draw(), two.draw(), three.draw()] == [0, 1, 2])
    #expect([one.isFirst(0), two.isFirst(1), three.isFirst(2)] == [true, false, false])
    #expect(!one.isEmpty && !two.isEmpty && !three.isEmpty)
    one.leave(0)
    #expect([two.isFirst(1), three.isFirst(2)] == [true, false])
  }

  @Test func `Who gives up in the middle holds nobody up`() throws {
    let (one, two, three) = (try open(), try open(), try open())
    defer { close(one, two, three) }
    _ = (one.draw(), two.draw(), three.draw())
    two.leave(1)
    #expect(!three.isFirst(2))
    one.leave(0)
    #expect(three.isFirst(2))
  }

  @Test func `Who had its turn makes way for the next`() throws {
    let (one, two) = (try open(), try open())
    defer { close(one, two) }
    _ = (one.draw(), two.draw())
    one.finish(0)
    #expect(two.isFirst(1))
    #expect(try scratch.bytes(of: "lock").dropFirst(8) == [1, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `Who ends without a word is out of the queue`() throws {
    let (one, two) = (try open(), try open())
    _ = (one.draw(), two.draw())
    close(one)
    #expect(two.isFirst(1))
    close(two)
    let three = try open()
    defer { close(three) }
    #expect(three.isEmpty)
    #expect(three.draw() == 2)
  }

  @Test func `How many come before is told while they are there, and never more than 64`() throws {
    let queue = try open()
    defer { close(queue) }
    _ = queue.draw()
    queue.finish(2)
    #expect(queue.ahead(of: 2) == 1)
    #expect(queue.ahead(of: 3) == 1)
    #expect(queue.ahead(of: 7) == 4)
    #expect(queue.ahead(of: 1 << 39) == 64)
  }

  @Test(arguments: [
    [], [1], [UInt8](repeating: 0xFF, count: 7), [UInt8](repeating: 0xFF, count: 16),
    [0, 0, 0, 0, 0, 1, 0, 0, 9], Array("a note that somebody left here".utf8),
  ])
  func `Whatever stands in the file is a number, and the lock is given`(_ bytes: [UInt8]) throws {
    try scratch.write(bytes, to: "lock")
    let (one, two) = (try open(), try open())
    defer { close(one, two) }
    let (first, second) = (try #require(one.draw()), try #require(two.draw()))
    #expect(first != second && second < 1 << 40)
    #expect(one.isFirst(first) || two.isFirst(second))
    one.leave(first)
    two.leave(second)
    let lock = try LockFile(in: scratch.path)
    #expect(code { try lock.lock(patience: 0) } == nil)
  }

  @Test func `The number of somebody who waits is not given again, whatever the file says`() throws
  {
    let (one, two, three) = (try open(), try open(), try open())
    defer { close(one, two, three) }
    #expect(one.draw() == 0)
    #expect(two.draw() == 1)
    try scratch.write([], to: "lock")
    #expect(three.draw() == 2)
  }

  @Test func `Without a queue the lock is given all the same`() {
    let queue = LockQueue(descriptor: -1)
    #expect(queue.draw() == nil)
    #expect(queue.isEmpty && queue.isFirst(7))
    #expect(queue.ahead(of: 7) == 7)
    queue.finish(7)
    queue.leave(7)
  }

  @Test func `A lock that nobody waits for leaves the file as it was`() throws {
    let lock = try LockFile(in: scratch.path)
    try lock.lock()
    lock.unlock()
    #expect(try scratch.bytes(of: "lock") == [])
  }

  @Test func `Nobody overtakes those who wait, though the lock is free`() throws {
    let (queue, lock) = (try open(), try LockFile(in: scratch.path))
    defer { close(queue) }
    let number = try #require(queue.draw())
    #expect(code { try lock.lock(patience: 2) } == "log-busy")
    queue.leave(number)
    #expect(code { try lock.lock(patience: 0) } == nil)
  }

  @Test func `Who can draw no number, since another is drawing, overtakes nobody`() throws {
    let (waiting, drawing) = (try open(), try open())
    defer { close(waiting, drawing) }
    _ = try #require(waiting.draw())
    // The byte that whoever draws holds meanwhile; 37 is F_OFD_SETLK.
    var byte = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 1, l_pid: 0)
    try #require(unsafe fcntl(drawing.descriptor, 37, &byte) == 0)
    let lock = try LockFile(in: scratch.path)
    #expect(code { try lock.lock(patience: 2) } == "log-busy")
    waiting.leave(0)
    #expect(code { try lock.lock(patience: 0) } == nil)
  }

  @Test func `Who waited in vain stands in nobody's way`() throws {
    let (one, two, three) = (
      try LockFile(in: scratch.path), try LockFile(in: scratch.path), try LockFile(in: scratch.path)
    )
    try one.lock()
    #expect(code { try two.lock(patience: 1) } == "log-busy")
    one.unlock()
    #expect(code { try three.lock(patience: 0) } == nil)
    three.unlock()
    #expect(code { try two.lock(patience: 0) } == nil)
  }

  @Test func `The lock goes round in the order of coming`() async throws {
    let path = scratch.path
    let first = try LockFile(in: path)
    try first.lock()
    let order = try await withThrowingTaskGroup(of: (Int, ContinuousClock.Instant).self) { group in
      for waiter in 1...3 {
        let task = DispatchQueue(label: "waiter \(waiter)")
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            task.async {
              continuation.resume(
                with: Result {
                  let lock = try LockFile(in: path)
                  try lock.lock(patience: 600_000)
                  defer { lock.unlock() }
                  return (waiter, ContinuousClock.now)
                })
            }
          }
        }
        while Self.drawn(in: path) < waiter { await Task.yield() }
      }
      first.unlock()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(order.sorted { $0.1 < $1.1 }.map(\.0) == [1, 2, 3])
  }

  @Test func `Who comes again at once stands behind those who waited`() async throws {
    let path = scratch.path
    let again = try LockFile(in: path)
    try again.lock()
    async let waited: ContinuousClock.Instant = withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "waiter").async {
        continuation.resume(
          with: Result {
            let lock = try LockFile(in: path)
            try lock.lock(patience: 600_000)
            defer { lock.unlock() }
            return ContinuousClock.now
          })
      }
    }
    while Self.drawn(in: path) < 1 { await Task.yield() }
    again.unlock()
    try again.lock(patience: 600_000)
    let came = ContinuousClock.now
    #expect(try await waited < came)
  }
}
