import EventStore
import Foundation
import Values

/// What comes from another machine as a file: the lines of an export, an archive.
extension InputParser {
  /// Every line is either refused or read as what it is; many together make a whole log or leave none.
  static let export = InputParser(
    name: "export", samples: Samples.exports,
    pieces: [
      "\n", "{", "}", "\"", ",", ":", "\"data\":{", "\"hash\":\"", "\"ordinal\":2",
      "\"position\":1",
      "\"sealed\":\"H-1/name\"", "\"logcreated\":\"2026-11-23T09:00:00Z\"", "\"commandhash\":\"\"",
      "9223372036854775807", "-1", "null", "\u{0}", "é", "\\u0000", "\"refusedbefore\":\"00\"",
      String(repeating: "0", count: 64), "urn:uuid:", "\"version\":0", "\"schemanumber\":65536",
    ],
    count: 300
  ) { bytes in
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    for bytes in lines {
      guard let line = ExportLine(bytes) else { continue }
      guard line.json.compact.utf8.elementsEqual(bytes) else {
        return "a line is written otherwise"
      }
      _ = line.holdsItsActs
    }
    return inFolder { folder in
      var rest = lines[...]
      _ = try Log.make(in: folder, fold: { _, _ in (1, [:]) }, { rest.popFirst() })
      return try flaw(of: folder)
    }
  }

  /// An archive is taken apart whole or refused, and nothing is written outside of its folder.
  static let archive = InputParser(
    name: "archive", samples: Samples.archives,
    pieces: [
      "../x", "/etc/x", "files/", "files/..", "log.jsonl", "copy.json", "keys.db", "cases.yaml",
      "checkpoints/a", "witnessed/b", "ustar", "00000000000", "77777777777", "0000600", "\u{0}",
      "0", "1", "2", "5", String(repeating: "\u{0}", count: 512),
      String(repeating: "a", count: 100),
    ],
    count: 300
  ) { bytes in
    inFolder { outer in
      let (path, folder) = ("\(outer)/archive", "\(outer)/in")
      try Data(bytes).write(to: URL(filePath: path))
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      var failure: (any Error)?
      do { _ = try ArchiveReader.open(path, in: folder) { _, _ in (1, [:]) } } catch {
        failure = error
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: outer).sorted()
      guard names == ["archive", "in"] else { return "it wrote beside its folder: \(names)" }
      if let failure { throw failure }
      return try flaw(of: folder)
    }
  }

  /// What is wrong with a log that was taken; nil when it is whole, whatever its states are.
  private static func flaw(of folder: String) throws -> String? {
    let found = try Verifier.verify(directory: folder)
    return found.isWhole ? nil : "a log was made that is not whole: \(found.findings)"
  }

  /// Runs a reading in a folder of its own, which goes with it; a refusal is an answer.
  private static func inFolder(_ body: (String) throws -> String?) -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "acta-faults-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      return try body(folder)
    } catch is Failure { return nil } catch { return "stopped by \(error)" }
  }
}

extension Samples {
  /// The lines of a small log with a refusal, personal words and a stream that grew.
  static let exports: [String] = {
    let made = try? inSampleLog { log in
      var lines: [String] = []
      _ = try log.forEachLine { lines.append($0.json.compact) }
      return lines
    }
    let lines = made ?? []
    return [lines.joined(separator: "\n"), lines.prefix(2).joined(separator: "\n")] + lines
  }()

  /// The same log as one file.
  static let archives: [String] = {
    let made = try? inSampleLog { log in
      let found = try Verifier.verify(directory: log.directory)
      let mark = try CopyMark(of: log, found, names: ["nep.example/log"], made: sampleTime)
      let path = "\(log.directory)/whole.tar"
      try ArchiveWriter.write(log, mark, to: path)
      return Program.text(path)
    }
    return [made ?? "ustar"]
  }()

  private static let sampleTime = Instant(microseconds: 1_795_424_400_000_000)

  private static func inSampleLog<T>(_ body: (Log) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "acta-faults-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = try Log.create(in: folder, now: sampleTime)
    for name in ["A", "B"] { try Acts.record(name, bytes: 20, on: log, now: sampleTime) }
    try log.write(now: sampleTime) { transaction in
      let refused = NewCommand(
        id: CommandID("refused"), name: "member admit", actor: "secretariat", body: ["n": 1],
        verdict: .refused, answer: [:])
      _ = try transaction.record(refused, request: ["n": 1])
    }
    try Acts.record("C", bytes: 20, on: log, now: sampleTime)
    let result = try body(log)
    log.close()
    return result
  }
}
