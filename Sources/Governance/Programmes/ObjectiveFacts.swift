package import Values

/// A programme gets an objective, which actions then serve.
package struct ObjectiveAddition: EventFacts {
  /// Within the programme, from 1.
  package let number: Int
  package let title: String

  package init(number: Int, title: String) {
    self.number = number
    self.title = title
  }

  package var data: JSON { ["number": .count(number), "title": .text(title)] }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    title = try reader.text("title")
  }
}
