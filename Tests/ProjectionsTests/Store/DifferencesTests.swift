import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct DifferencesTests {
  @Test func `A file that follows its log differs in nothing`() throws {
    let network = try SampleNetwork()
    try network.admit("PT")
    #expect(try Views.differences(from: network.log) == [])
  }

  @Test func `A row that was changed behind our back is found by the name of its table`() throws {
    let network = try SampleNetwork()
    try network.admit("PT")
    #expect(Views.catchUp(with: network.log) == nil)
    let file = try Connection(path: network.log.directory + "/views.db", for: .writing)
    try file.run("UPDATE member SET class = 'observer'")
    file.close(checkpointing: false)
    #expect(try Views.differences(from: network.log) == ["member"])
  }

  @Test func `The last day of the calendar is the one compared to`() {
    #expect(Day(number: 2_932_896).description == "9999-12-31")
  }
}
