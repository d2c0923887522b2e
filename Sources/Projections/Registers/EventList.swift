import Plugins
import Values

/// The events that only this network has, each as the rules of the day read it.
///
/// A payload of an earlier version is brought up to the newest; the log keeps it as it was.
enum EventList {
  static let columns: [Column] = [
    .int("position"), .day("day"), .text("type"), .list("fields"), .int("version"),
    .record("payload"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let rules = try views.rules(on: day)
    return try views.rows("register", on: day).map { row in
      let own = rules?.events.first { $0.type == row.text("type") }
      let payload = own?.upcast(row["payload"], from: row.int("version") ?? 1) ?? row["payload"]
      return row.replacing(
        columns,
        [
          row["position"], row["day"], row["type"], .texts(words(of: payload)), row["version"],
          payload,
        ])
    }
  }

  /// `name=value`, as the fields are given.
  private static func words(of payload: JSON) -> [String] {
    (payload.fields?.members ?? []).map { member in
      "\(member.name)=\(member.value.text ?? member.value.canonicalText)"
    }
  }
}
