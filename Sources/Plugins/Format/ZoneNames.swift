internal import Glibc
internal import Values

/// Names of time zones for people who write a city alone.
///
/// Source: the time zone data of the machine, whose names are `AREA/CITY`; where they are not installed nothing is found.
enum ZoneNames {
  static let folder = "/usr/share/zoneinfo"

  /// Where cities stand in the data.
  private static let areas = [
    "Africa", "America/Argentina", "America/Indiana", "America", "Antarctica", "Arctic", "Asia",
    "Atlantic", "Australia", "Europe", "Indian", "Pacific",
  ]

  /// The zone of a city, such as `Africa/Luanda` for `luanda`.
  ///
  /// - Parameter text: As somebody wrote it, with spaces or underscores, in small letters or with capitals.
  /// - Returns: nil for a text that is no such city.
  static func zone(ofCity text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "_" }.map(capitalized)
    let city = words.joined(separator: "_")
    guard !city.isEmpty, city.utf8.count < 40, city.allSatisfy({ $0.isLetter || "_-".contains($0) })
    else { return nil }
    return areas.lazy.map { "\($0)/\(city)" }.first { unsafe access("\(folder)/\($0)", R_OK) == 0 }
  }

  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
