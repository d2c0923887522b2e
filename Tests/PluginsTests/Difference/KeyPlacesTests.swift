import Foundation
import TestKit
import Testing
import Values

@testable import Plugins

/// Where a key stands, for warnings that come from the log.
@Suite struct KeyPlacesTests {
  private static let places = KeyPlaces(
    text: """
      id: sample
      governance:
        bodies:
          plenary:
            quorum: {more_than: 1/2, of: members}
        series: {plenary: {notice: {period: P14D}}}
      """, file: "network.yaml")

  @Test(arguments: [
    (["id"], 1, 1), (["governance"], 2, 1), (["governance", "bodies", "plenary", "quorum"], 5, 7),
    (["governance", "bodies", "plenary", "quorum", "of"], 5, 32),
    (["governance", "series", "plenary", "notice", "period"], 6, 31),
  ])
  func `A key has the place at which it is written`(
    _ row: (path: [String], line: Int, column: Int)
  ) {
    let place = Self.places.place(of: row.path)
    #expect(place == Place(file: "network.yaml", line: row.line, column: row.column))
  }

  @Test(arguments: [
    (["governance", "bodies", "plenary", "decides"], 4), (["governance", "seats"], 2),
    (["governance", "bodies", "board", "quorum"], 3), (["basis"], 1), (["id", "deeper"], 1),
  ])
  func `A key that a template brings has the place of what stands around it`(
    _ row: (path: [String], line: Int)
  ) {
    #expect(Self.places.place(of: row.path)?.line == row.line)
  }

  @Test func `A file that cannot be read gives no place, and never fails`() throws {
    #expect(KeyPlaces(path: "/nowhere/network.yaml").place(of: ["id"]) == nil)
    #expect(KeyPlaces(text: "", file: "x").place(of: ["id"])?.file == nil)
    let folder = try TemporaryFolder()
    #expect(KeyPlaces(path: folder.path).place(of: ["id"]) == nil)
  }

  @Test func `A file on disk is named as it was given`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/n.yaml"
    try Data("id: x\ntimezone: UTC\n".utf8).write(to: URL(filePath: path))
    #expect(KeyPlaces(path: path).place(of: ["timezone"]) == Place(file: path, line: 2, column: 1))
  }
}
