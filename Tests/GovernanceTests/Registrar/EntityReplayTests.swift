import EventStore
import Governance
import TestKit
import Testing
import Values

/// The events one after the other make the states that are kept beside the log.
@Suite struct EntityReplayTests {
  @Test func `A whole history, corrections included, comes out as the states that were stored`()
    throws
  {
    let network = try SampleNetwork()
    for act in SampleHistory.acts { try network.record(act.name, act.fields, on: act.day) }
    var replay = Replay(network.log)
    for event in try network.log.events(after: 0, limit: Log.maximumPage) { try replay.take(event) }
    var count = 0
    for kind in EntityCatalogue.kinds {
      count += try check(kind, replay.ledger, network.log)
    }
    #expect(count > 20 && count == replay.ledger.entityCount)
  }

  private func check<E: Entity>(_ kind: E.Type, _ ledger: Ledger, _ log: Log) throws -> Int {
    let stored = try log.states(in: E.category)
    for (stream, state) in stored {
      let entity = ledger[try #require(Identifier<E>(stream.id))]
      #expect(entity?.state.canonical == state.data.canonical, "\(stream.text)")
    }
    return stored.count
  }

  @Test func `An event of a kind that this program does not know stops it`() throws {
    let network = try SampleNetwork()
    let stream = try #require(StreamName("galaxy-1"))
    let appended = try network.log.write(now: SampleNetwork.now) { transaction in
      try transaction.record(
        NewCommand(
          id: .random(), name: "galaxy find", actor: "secretariat", body: [:], verdict: .accepted,
          answer: [:]),
        request: [:],
        events: [
          NewEvent(stream: stream, type: "galaxy.found", effective: SampleNetwork.today, data: [:])
        ])
    }
    let stranger = try #require(try network.log.event(at: appended.head.position))
    var replay = Replay(network.log)
    #expect(throws: Failure(.eventUnknown, ["type": .text("galaxy.found")])) {
      try replay.take(stranger)
    }
  }
}
