internal import Values

extension Zone {
  /// The zone of a name such as `Europe/Lisbon`; nil where the machine does not have it.
  static func named(_ name: String, in folder: String = "/usr/share/zoneinfo") -> Zone? {
    if name == "UTC" { return utc }
    let isPlain = name.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter || "0123456789/_+-".utf8.contains(byte)
    }
    guard isPlain, name.utf8.first != UInt8(ascii: "/") else { return nil }
    return FileBytes.read("\(folder)/\(name)", atMost: 1 << 18).flatMap { Zone(tzif: $0) }
  }
}
