import Foundation
import Testing

/// The figures of the paper on the silence that was broken, computed again from the exported events in each language.
@Suite struct CycleProcedureTests {
  private let play: CyclePlay
  private let events: CycleEvents

  init() throws {
    play = try CyclePlay.ejcn.get()
    events = try CycleEvents(play.export)
  }

  private func event(_ type: String) throws -> CycleEvents.Event {
    try #require(events.of(type, "procedure-P-1").first, "\(type)")
  }

  private func paper(_ language: String) throws -> CyclePaper {
    CyclePaper(try #require(play.papers["procedure-1.\(language).md"]))
  }

  @Test(arguments: CyclePlay.languages)
  func `It counts those to whom it was put, and those who were told`(_ language: String) throws {
    let (opened, told) = (try event("procedure.opened"), try event("procedure.notified"))
    let put = try #require(
      try paper(language).lines.first { $0.events.contains(told.position) })
    let count = opened.texts("addressees").count
    #expect(put.events == [opened.position, told.position])
    #expect(count == events.voters.count && put.numbers.count { $0 == count } == 2)
    #expect(put.text.contains(CycleEvents.written(opened.effective, language)))
  }

  @Test(arguments: CyclePlay.languages)
  func `It tells until when the silence was to last`(_ language: String) throws {
    let clock = try event("procedure.started")
    let line = try #require(try paper(language).lines.first { $0.events == [clock.position] })
    let local = try #require(clock.text("local")).split(separator: " ").map(String.init)
    #expect(line.text.contains(CycleEvents.written(local[0], language)))
    #expect(line.text.contains(local[1]))
  }

  @Test(arguments: CyclePlay.languages)
  func `It tells who objected and when, that nothing was adopted, and ends with that event`(
    _ language: String
  ) throws {
    let (objected, broken) = (try event("procedure.objected"), try event("procedure.broken"))
    let paper = try paper(language)
    // 11:00 by the clocks of the host, two hours ahead of UTC in summer.
    for event in [objected, broken] {
      #expect(event.text("at")?.contains("T09:00:00") == true)
      let line = try #require(paper.lines.first { $0.events == [event.position] })
      #expect(line.text.contains("11:00"))
      #expect(line.text.contains(CycleEvents.written(event.effective, language)))
    }
    let line = paper.lines.first { $0.events == [objected.position] }
    #expect(line?.text.contains(try #require(objected.text("member"))) == true)
    #expect(paper.notes.keys.max() == broken.position)
    #expect(events.of("procedure.decided", "procedure-P-1").isEmpty)
  }
}
