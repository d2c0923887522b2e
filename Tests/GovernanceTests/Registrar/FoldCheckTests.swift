import EventStore
import Governance
import TestKit
import Testing
import Values

/// `verify` holds the states that are kept beside the events to what the events say.
@Suite struct FoldCheckTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["member"]])
    try network.record("member edit", ["member": ["PT"], "class": ["observer"]], on: "2026-11-24")
    return network
  }

  private func stored(_ network: SampleNetwork) throws -> (StreamName, StoredState) {
    let stream = try #require(StreamName(category: "member", id: "PT"))
    return (stream, try #require(try network.log.state(of: stream)))
  }

  @Test func `A state is what folding its stream gives`() throws {
    let network = try network()
    let (stream, state) = try stored(network)
    #expect(try FoldCheck.holds(network.log, stream, state))
  }

  @Test func `A state of the same fold that says something else is found`() throws {
    let network = try network()
    let (stream, state) = try stored(network)
    let turns = try #require(state.data["turns"]?.list)
    for wrong: JSON in [["turns": []], ["turns": .list(Array(turns.prefix(1)))], [:]] {
      let changed = StoredState(version: state.version, fold: state.fold, data: wrong)
      #expect(try !FoldCheck.holds(network.log, stream, changed), "\(wrong)")
    }
  }

  @Test func `A state that another release folded is passed, whatever it says`() throws {
    let network = try network()
    let (stream, state) = try stored(network)
    let older = StoredState(version: state.version, fold: state.fold - 1, data: [:])
    #expect(try FoldCheck.holds(network.log, stream, older))
  }

  @Test func `A stream of a kind that this program does not know is a failure`() throws {
    let network = try network()
    let (_, state) = try stored(network)
    let stream = try #require(StreamName(category: "galaxy", id: "1"))
    #expect(throws: Failure(.eventUnknown, ["type": .text("galaxy")])) {
      try FoldCheck.holds(network.log, stream, state)
    }
  }

  @Test func `Each state of a whole history holds, and holds no more once a word of it is changed`()
    throws
  {
    let network = try SampleNetwork()
    for act in SampleHistory.acts { try network.record(act.name, act.fields, on: act.day) }
    for kind in EntityCatalogue.kinds {
      for (stream, state) in try network.log.states(in: kind.category) {
        #expect(try FoldCheck.holds(network.log, stream, state), "\(stream.text)")
        var fields = try #require(state.data.fields)
        fields["added"] = 1
        let changed = StoredState(
          version: state.version, fold: state.fold, data: .object(fields))
        #expect(try !FoldCheck.holds(network.log, stream, changed), "\(stream.text)")
      }
    }
  }
}
