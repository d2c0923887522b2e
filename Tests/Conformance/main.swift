import Foundation
import Values

// Runs a folder of conformance tests: `swift run -c release cel-conformance DIR`.
//
// Prints each failure, then why tests were left out, and last `N passed, M failed, K skipped`. Ends with 0 when all
// tests in scope passed, 1 when one failed, 64 for wrong usage, 66 without a folder to read.

func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

func end(_ status: ExitStatus, _ message: String) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  exit(status.rawValue)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 1, let folder = arguments.first else {
  end(.usage, "Usage: cel-conformance DIR, where DIR holds the suite as JSON files.")
}
let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
let files = names.filter { $0.hasSuffix(".json") }.sorted()
guard !files.isEmpty else {
  end(.notFound, "There is no folder \(folder) with JSON files of the suite: name another folder.")
}

var run = ConformanceRun()
for file in files {
  guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
    let json = try? JSON(parsing: Array(data))
  else {
    end(.badData, "\(file) is no JSON that can be read: take the suite as it is published.")
  }
  run.run(json)
}
for failure in run.failures { say(failure) }
for (reason, count) in run.skipped.sorted(by: { $0.key < $1.key }) {
  say("\(count) left out: \(reason)")
}
say(run.summary)
exit(run.failures.isEmpty ? 0 : 1)
