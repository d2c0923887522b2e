import Publishing
import Testing
import Values

@testable import admin

/// What an obligation asks for is a sentence, in three languages.
@Suite struct ObligationWordsTests {
  private static let seat: JSON = [
    "what": "seat", "subject": "PT", "basis": ["kind": "contact_point", "needed": 2, "missing": 1],
  ]
  private static let meetings: JSON = [
    "what": "meetings", "subject": "plenary", "basis": ["needed": 1, "period": "P1Y"],
  ]
  private static let report: JSON = [
    "what": "output", "subject": "plenary-3",
    "basis": ["output": "outcome_report", "within": "P30D"],
  ]
  private static let periodic: JSON = [
    "what": "output", "subject": "monitor", "basis": ["output": "monitor", "period": "P6M"],
  ]
  private static let programme: JSON = [
    "what": "programme", "subject": "programme-1", "basis": ["until": "2026-12-31"],
  ]
  private static let matter: JSON = [
    "what": "matter", "subject": "P-1", "basis": ["title": "Guide"],
  ]

  private static func told(_ row: JSON) -> [String?] {
    var words = ShownWords(noun: "obligation")
    words.own = [
      "series": ["plenary": "Plenary meetings"], "output": ["outcome_report": "Outcome report"],
    ]
    return Language.allCases.map {
      ObligationWords(words, Catalogue($0)).told(row.fields ?? JSON.Fields())
    }
  }

  @Test(
    arguments: [
      (
        seat,
        [
          "PT lacks 1 of at least 2 seats of contact_point",
          "A PT falta 1 de, pelo menos, 2 lugares de contact_point",
          "A PT le falta 1 de al menos 2 puestos de contact_point",
        ]
      ),
      (
        meetings,
        [
          "At least 1 meeting in 1 year: Plenary meetings",
          "Pelo menos 1 reunião em 1 ano: Plenary meetings",
          "Al menos 1 reunión en 1 año: Plenary meetings",
        ]
      ),
      (
        report,
        [
          "Outcome report, after plenary-3, within 30 days",
          "Outcome report, após plenary-3, no prazo de 30 dias",
          "Outcome report, tras plenary-3, en el plazo de 30 días",
        ]
      ),
      (
        periodic,
        [
          "monitor, for each period of 6 months", "monitor, por cada período de 6 meses",
          "monitor, por cada período de 6 meses",
        ]
      ),
      (
        programme,
        [
          "A programme to follow programme-1, whose term ends on 31 December 2026",
          "Um programa que suceda a programme-1, cujo período termina a 31 de dezembro de 2026",
          "Un programa que suceda a programme-1, cuyo período termina el 31 de diciembre de 2026",
        ]
      ),
      (
        matter,
        [
          "The matter of P-1 goes to the next meeting: Guide",
          "A matéria de P-1 passa à reunião seguinte: Guide",
          "La materia de P-1 pasa a la reunión siguiente: Guide",
        ]
      ),
    ] as [(JSON, [String])])
  func `Each kind has its sentence`(_ row: (owed: JSON, told: [String])) {
    #expect(Self.told(row.owed) == row.told)
  }

  @Test
  func `A message of the network's own is told with its values, and what is unknown by nothing`() {
    let own: JSON = [
      "what": "own", "message": "{member} pays {sum} by {day}: {papers}.",
      "basis": [
        "on": "member.admitted", "value.member": "PT", "value.sum": 5, "value.day": "2026-03-01",
        "value.papers": ["a", "b"],
      ],
    ]
    #expect(Self.told(own).first == "PT pays 5 by 1 March 2026: a and b.")
    #expect(Self.told(["what": "own", "basis": [:]]) == [nil, nil, nil])
  }
}
