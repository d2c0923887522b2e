import Foundation
import Testing
import Values

@testable import EventStore

@Suite struct WritersTests {
  @Test func `Two writers at once lose nothing and double nothing`() async throws {
    let scratch = try Scratch()
    try Log.create(in: scratch.path, now: nine).close()
    let path = scratch.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          let log = try Log.open(in: path, for: .writing)
          let own = try stream("writer-\(writer)")
          let shared = try stream("member-PT")
          for number in 1...25 {
            try log.record("\(writer).\(number)", [event(own), event(shared)])
          }
        }
      }
      try await group.waitForAll()
    }
    let log = try Log.open(in: path, for: .reading)
    #expect(try log.head().position == 200)
    #expect(try log.version(of: stream("member-PT")) == 100)
    for writer in 1...4 { #expect(try log.version(of: stream("writer-\(writer)")) == 25) }
    #expect(try Verifier.verify(directory: path).isWhole)
  }

  @Test func `The same request from many writers is recorded once`() async throws {
    let scratch = try Scratch()
    try Log.create(in: scratch.path, now: nine).close()
    let path = scratch.path
    let answers = try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 1...8 {
        group.addTask {
          let log = try Log.open(in: path, for: .writing)
          return try log.write(now: nine) { transaction in
            let request: JSON = ["do": "member admit"]
            if let known = try transaction.answer(to: CommandID("one"), request: request) {
              return known.row
            }
            return try transaction.record(
              act("one"), request: request, events: [event(try stream("member-PT"))]
            ).command
          }
        }
      }
      return try await group.reduce(into: [Int64]()) { $0.append($1) }
    }
    #expect(answers == Array(repeating: 1, count: 8))
    #expect(try Log.open(in: path, for: .reading).head().position == 1)
  }

  @Test func `A reader sees all of an act or nothing of it while it is written`() throws {
    let scratch = try Scratch()
    let log = try Log.create(in: scratch.path, now: nine)
    let reader = try Log.open(in: scratch.path, for: .reading)
    let member = try stream("member-PT")
    try log.write(now: nine) { transaction in
      _ = try transaction.record(act("a"), request: [:], events: [event(member), event(member)])
      #expect(try reader.head().position == 0)
      #expect(try reader.events(after: 0, limit: 10).isEmpty)
    }
    #expect(try reader.events(after: 0, limit: 10).count == 2)
  }

  @Test func `A writer that waits too long says so`() throws {
    let scratch = try Scratch()
    _ = try Log.create(in: scratch.path, now: nine)
    let (first, second) = (try LockFile(in: scratch.path), try LockFile(in: scratch.path))
    try first.lock()
    #expect(code { try second.lock(patience: 5) } == "log-busy")
    first.unlock()
    #expect(code { try second.lock(patience: 5) } == nil)
  }

  @Test func `A long log is moved into the file as it grows`() throws {
    let scratch = try Scratch()
    let log = try Log.create(in: scratch.path, now: nine)
    let text = String(repeating: "x", count: 100_000)
    for number in 1...60 {
      try log.record("\(number)", [event(try stream("member-PT"), ["t": .text(text)])])
    }
    #expect(try scratch.bytes(of: "log.db").count > 2_000_000)
    #expect(try Verifier.verify(directory: scratch.path).events == 60)
  }
}
