internal import Values

/// Reads how members of a body give their votes to others.
enum ProxyReader {
  static func rule(_ section: inout Section) -> ProxyRule? {
    let perHolder = section.required("per_holder", .number(1...99))
    let countsForQuorum = section.required("quorum", .boolean)
    let longest = section.optional("longest", .period)
    guard let clause = section.clause(), let perHolder, let countsForQuorum else { return nil }
    return ProxyRule(
      perHolder: perHolder, countsForQuorum: countsForQuorum, longest: longest, clause: clause)
  }
}
