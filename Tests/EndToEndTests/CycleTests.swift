import Foundation
import Testing

/// Two years of the EJCN: four plenaries, two silences, an election, and a programme that is amended.
@Suite struct CycleTests {
  @Test func `Each line of the two years is answered as it must be`() throws {
    let play = try CyclePlay.ejcn.get()
    #expect(play.answers.count > 150)
    for answer in play.answers {
      for (language, told) in answer.told {
        #expect(told.status == answer.step.status, "\(answer.step) (\(language))\n\(told.text)")
      }
      let english = answer.told["en"]?.text ?? ""
      for words in answer.step.words {
        #expect(english.contains(words), "\(answer.step)\n> \(words)\n\(english)")
      }
    }
  }

  @Test func `The two years have what happens to a network in two years`() throws {
    let events = try CycleEvents(CyclePlay.ejcn.get().export)
    for (type, count) in [
      ("meeting.planned", 4), ("meeting.cancelled", 1), ("procedure.broken", 1),
      ("procedure.expired", 2), ("board.elected", 1), ("programme.adopted", 1),
      ("subgroup.created", 2), ("event.corrected", 1), ("minutes.approved", 3),
      ("minutes.corrected", 1), ("appointment.confirmed", 1), ("deliberation.annulled", 1),
      ("deliberation.amended", 1), ("programme.amended", 1), ("report.published", 3),
      ("rules.adopted", 1),
    ] {
      let found = events.all.count { $0.type == type && $0.effective > "2026-12-01" }
      #expect(found == count, "\(type)")
    }
  }

  @Test func `At the end the log is whole, and its views are those that it makes again`() throws {
    let play = try CyclePlay.ejcn.get()
    let count = try CycleEvents(play.export).all.count
    #expect(play.verified.status == 0)
    #expect(play.verified.text.hasPrefix("verified \(count) events, head "))
    #expect(play.rebuilt.status == 0, "\(play.rebuilt.text)")
  }
}
