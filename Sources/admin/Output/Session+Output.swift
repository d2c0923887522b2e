internal import Publishing
internal import Values

extension Session {
  /// Answers with rows, in the form that the person asked for, on standard output.
  func show(_ listing: Listing) throws(Failure) {
    let selected = try listing.selected(by: globals, in: catalogue)
    terminal.write(text(of: selected))
    let all = listing.all ?? listing.rows.count
    guard tellsLimit, selected.rows.count < all else { return }
    say("output.limited", ["shown": .int(selected.rows.count), "all": .int(all)])
  }

  /// Whether a person is told how many rows a limit left out.
  var tellsLimit: Bool { globals.format == .table && globals.limit != nil && !globals.isQuiet }

  /// Answers with one object: an object for programs, a line for each field for people.
  ///
  /// - Parameters:
  ///   - object: What is shown.
  ///   - words: What people read for its codes.
  /// - Throws: `column-unknown` with the nearest name.
  func show(_ object: JSON, words: ShownWords? = nil) throws(Failure) {
    guard let fields = object.fields, globals.format == .table else {
      return try show(single: object)
    }
    let asked = Listing(columns: fields.names, rows: [fields])
    let kept = try asked.selected(by: globals, in: catalogue).columns
    let titles = kept.map { catalogue.template("column.\($0)") ?? $0 }
    let width = titles.map(DisplayWidth.columns(of:)).max() ?? 0
    for (name, title) in zip(kept, titles) {
      let padding = String(repeating: " ", count: width - DisplayWidth.columns(of: title))
      let code = fields[name] ?? .null
      let value = Cell.shown(words?.shown(code, in: name, catalogue) ?? code, in: catalogue)
      terminal.write(style.strong(title) + padding + "  " + value + "\n")
    }
  }

  private func show(single object: JSON) throws(Failure) {
    switch globals.format {
    case .json where globals.fields.isEmpty: terminal.write(object.pretty + "\n")
    case .json, .table, .jsonl, .csv, .tsv, .md:
      let fields = object.fields ?? JSON.Fields([("value", object)])
      let listing = try Listing(columns: fields.names, rows: [fields]).selected(
        by: globals, in: catalogue)
      let first = JSON.object(listing.rows.first ?? fields)
      terminal.write(globals.format == .json ? first.pretty + "\n" : text(of: listing))
    }
  }

  private func text(of listing: Listing) -> String {
    switch globals.format {
    case .table: table(readable(listing))
    case .json: JSON.list(listing.rows.map { .object($0) }).pretty + "\n"
    case .jsonl: listing.rows.map { JSON.object($0).compact + "\n" }.joined()
    case .csv: SeparatedText.csv.text(of: listing.whole)
    case .tsv: SeparatedText.tsv.text(of: listing.whole)
    case .md: Table(readable(listing), in: catalogue).markdown
    }
  }

  /// The table, without the last columns where a terminal has no room for them; that is told.
  private func table(_ listing: Listing) -> String {
    let width = terminal.outputWidth
    var shorter = listing
    let count = Table(listing, in: catalogue).columnsThatFit(in: width)
    shorter.columns = Array(listing.columns.prefix(count))
    if count < listing.columns.count, !globals.isQuiet {
      say("output.narrow", ["columns": .list(Array(listing.columns.dropFirst(count)))])
    }
    return Table(shorter, in: catalogue).text(width: width, style: style)
  }

  /// The listing without columns that are empty in every row, unless the person asked for them.
  private func readable(_ listing: Listing) -> Listing {
    let listing = listing.worded(in: catalogue)
    guard globals.fields.isEmpty, !listing.rows.isEmpty else { return listing }
    var shorter = listing
    shorter.columns = listing.columns.filter { column in
      listing.rows.contains { !Cell.text(of: $0[column] ?? .null).isEmpty }
    }
    return shorter
  }

  /// Tells the person something on standard error.
  func say(_ key: String, _ values: [String: Failure.Value] = [:]) {
    terminal.writeError(catalogue.text(key, values) + "\n")
  }
}
