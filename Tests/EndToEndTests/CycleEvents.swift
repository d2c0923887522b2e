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

    func int(_ key: String) -> Int? { data[key] as? Int }
    func part(_ key: String) -> [String: Any] { data[key] as? [String: Any] ?? [:] }
  }

  private(set) var all: [Event] = []

  init(_ export: String) throws {
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
    for correction in all where correction.type == "event.corrected" {
      guard let target = correction.int("corrects") else { continue }
      for (key, value) in correction.part("changes") { all[target - 1].data[key] = value }
    }
  }
}
