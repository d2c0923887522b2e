/// The words of which the identifiers in a line are made.
enum Identifiers {
  /// In lower case, in their order: `memberClass` is two, `HTTPServer` too.
  static func words(in line: String) -> [String] {
    var words: [String] = []
    var word = ""
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isAfterLower = word.last?.isLowercase == true
      let begins = character.isUppercase && (isAfterLower || next.isLowercase)
      if !character.isLetter || begins, !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
      if character.isLetter { word.append(character) }
    }
    return word.isEmpty ? words : words + [word.lowercased()]
  }
}
