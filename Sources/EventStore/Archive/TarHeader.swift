internal import Values

/// The 512 bytes before a file of an archive, always the same for the same name and size.
///
/// A plain file of its owner, without time, owner or group: so two archives of one network are the same bytes.
///
/// Source: POSIX.1-2017, pax, "ustar Interchange Format".
struct TarHeader {
  static let blockBytes = 512
  static let maximumNameBytes = 100
  /// Eleven octal digits.
  static let maximumSize = 0o77_777_777_777

  let name: String
  let size: Int

  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.blockBytes)
    func put(_ text: String, at place: Int) {
      bytes.replaceSubrange(place..<(place + text.utf8.count), with: Array(text.utf8))
    }
    put(name, at: 0)
    put("0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put(Self.octal(0, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = bytes.reduce(0) { $0 + Int($1) }
    put(Self.octal(sum, digits: 6), at: 148)
    bytes[154] = 0
    return bytes
  }

  init(name: String, size: Int) { (self.name, self.size) = (name, size) }

  /// Reads what `bytes` gives; nil for a header of any other spelling, such as one of a link or a folder.
  init?(_ block: [UInt8]) {
    guard block.count == Self.blockBytes else { return nil }
    let name = String(
      decoding: block.prefix(Self.maximumNameBytes).prefix { $0 != 0 }, as: UTF8.self)
    let digits = String(decoding: block[124..<135], as: UTF8.self)
    guard let size = Int(digits, radix: 8), size >= 0 else { return nil }
    self.init(name: name, size: size)
    guard name.utf8.count <= Self.maximumNameBytes, bytes == block else { return nil }
  }

  /// How many zeros follow a file, so that the next header begins at a whole block.
  var padding: Int { (Self.blockBytes - size % Self.blockBytes) % Self.blockBytes }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
