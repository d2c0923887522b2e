import Foundation

/// The events of a network read from its export, with an arithmetic of our own: nothing of the program counts here.
struct CycleEvents {
  /// One event with its data as plain values, corrected by what was recorded later.
  struct Event {
    let position: Int
    let type: String
    let subject: String
    let effective: String
    var data: [String: Any]

    func text(_ key: String) -> String? { data[key] as? String }
    func texts(_ key: String) -> [String] { data[key] as? [String] ?? [] }
    func int(_ key: String) -> Int? { data[key] as? Int }
    func part(_ key: String) -> [String: Any] { data[key] as? [String: Any] ?? [:] }
  }

  private(set) var all: [Event] = []

  /// What was corrected later reads as it should have read, unless that is not asked.
  init(_ export: String, isCorrected: Bool = true) throws {
    for line in export.split(separator: "\n") {
      guard
        let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let position = json["position"] as? Int, let type = json["type"] as? String,
        let subject = json["subject"] as? String, let effective = json["effective"] as? String,
        let data = json["data"] as? [String: Any]
      else { throw Unprepared("\(line)") }
      all.append(
        Event(position: position, type: type, subject: subject, effective: effective, data: data))
    }
    for correction in all where isCorrected && correction.type == "event.corrected" {
      guard let target = correction.int("corrects") else { continue }
      for (key, value) in correction.part("changes") { all[target - 1].data[key] = value }
    }
  }

  func of(_ type: String, _ subject: String? = nil) -> [Event] {
    all.filter { $0.type == type && (subject == nil || $0.subject == subject) }
  }

  /// The events that corrected one, by its position.
  func corrections(of position: Int) -> [Int] {
    of("event.corrected").filter { $0.int("corrects") == position }.map(\.position)
  }

  // MARK: - Who is in the room

  /// The members whose class votes: none changed its class in the cycle.
  var voters: Set<String> {
    Set(
      of("member.admitted").filter { $0.text("class") == "member" }
        .map { String($0.subject.dropFirst("member-".count)) })
  }

  /// Who is in the room after a position of the log, each with the office that sits for the head, if any.
  func room(_ meeting: String, at position: Int) -> [String: String?] {
    var room: [String: String?] = [:]
    for event in all where event.subject == "meeting-\(meeting)" && event.position <= position {
      switch event.type {
      case "meeting.opened": for member in event.texts("present") { room[member] = .some(nil) }
      case "delegation.arrived":
        room[event.text("member") ?? ""] = .some(event.text("represented_by"))
      case "delegation.departed": room[event.text("member") ?? ""] = nil
      default: continue
      }
    }
    return room
  }

  func votersPresent(_ meeting: String, at position: Int) -> Int {
    room(meeting, at: position).keys.count { voters.contains($0) }
  }

  /// Everybody who was ever in the room.
  func guests(_ meeting: String) -> Set<String> {
    let opened = of("meeting.opened", "meeting-\(meeting)").flatMap { $0.texts("present") }
    let arrived = of("delegation.arrived", "meeting-\(meeting)").compactMap { $0.text("member") }
    return Set(opened + arrived)
  }

  /// More than half of those entitled to vote.
  var quorum: Int { voters.count / 2 + 1 }

  // MARK: - A vote

  /// The numbers of a vote that papers tell; how many delegations another office headed, where there are some.
  func told(of deliberation: Event) -> [Int]? {
    numbers(of: deliberation).map { numbers in
      numbers[2] == 0 ? Array(numbers[..<2] + numbers[3...]) : numbers
    }
  }

  /// The eleven numbers of a vote, in the order in which papers tell them.
  func numbers(of deliberation: Event) -> [Int]? {
    guard ["deliberation.adopted", "deliberation.rejected"].contains(deliberation.type),
      let meeting = deliberation.text("meeting"), deliberation.text("method") != "consensus"
    else { return nil }
    let votes = votes(of: deliberation)
    let room = room(meeting, at: deliberation.position).filter { voters.contains($0.key) }
    let cast = votes[0] + votes[1] + votes[2]
    let needed = Self.needed(of: voters.count, matter: deliberation.text("matter") ?? "")
    return [
      voters.count, room.count, room.values.count { $0 != nil }, votes[3], cast,
      votes[0], votes[1], votes[2], cast, needed, voters.count,
    ]
  }

  /// For, against, abstaining, recused: counted from the names where there are names.
  func votes(of deliberation: Event) -> [Int] {
    let words = ["for", "against", "abstain", "recused"]
    guard let names = deliberation.data["names"] as? [[String: Any]], !names.isEmpty else {
      let counts = deliberation.part("votes")
      return words.map { counts[$0] as? Int ?? 0 }
    }
    return words.map { word in names.count { $0["vote"] as? String == word } }
  }

  /// More than half of all members; two thirds, rounded up, to amend the rules.
  static func needed(of members: Int, matter: String) -> Int {
    matter == "rules" ? (2 * members + 2) / 3 : members / 2 + 1
  }

  // MARK: - Names

  /// What the rules call institutions in each language, by code.
  private static let institutions = [
    "COMMISSION": [
      "en": "European Commission", "pt": "Comissão Europeia", "es": "Comisión Europea",
    ],
    "EUROJUST": ["en": "Eurojust", "pt": "Eurojust", "es": "Eurojust"],
  ]

  /// A member as a list names it: an institution by its name, a state by its code.
  static func listed(_ code: String, _ language: String) -> String {
    institutions[code]?[language] ?? code
  }

  // MARK: - Days

  /// Days since 1 March of the year 0, counted by the rule of the Gregorian calendar.
  static func days(_ text: String) -> Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return 0 }
    let (month, year) = ((parts[1] + 9) % 12, parts[1] <= 2 ? parts[0] - 1 : parts[0])
    let leaps = year / 4 - year / 100 + year / 400
    return 365 * year + leaps + (153 * month + 2) / 5 + parts[2]
  }

  private static let months = [
    "en": "January February March April May June July August September October November December",
    "pt":
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "es":
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ]

  /// A day as a language writes it: `3 de novembro de 2027`.
  static func written(_ text: String, _ language: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let names = months[language]?.split(separator: " ") ?? []
    guard parts.count == 3, names.count == 12 else { return text }
    let join = language == "en" ? " " : " de "
    return "\(parts[2])\(join)\(names[parts[1] - 1])\(join)\(parts[0])"
  }
}
