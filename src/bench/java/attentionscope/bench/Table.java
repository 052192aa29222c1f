package attentionscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, for people and for programs. */
record Table(List<Measured> rows) {

  /** Medians in milliseconds; behind the ratio its least and most in a round. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%n%-70s %10s %10s  %6s  %-13s %6s  %s%n",
            "work", "ours ms", "peer ms", "ratio", "rounds", "wanted", "peer"));
    for (Measured row : rows) {
      Work work = row.work();
      text.append(
          String.format(
              Locale.ROOT,
              "%-70s %10.3f %10.3f  %6.2f  %5.2f - %5.2f %6.2f  %s%n",
              work.title,
              row.oursMs(),
              row.peerMs(),
              row.ratio(),
              row.least(),
              row.most(),
              work.limit,
              work.peer.title));
    }
    text.append(System.lineSeparator());
    for (Measured row : rows) {
      text.append(row.work().title).append(": ").append(row.work().description);
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  void write(Path file) throws IOException {
    List<Map<String, Object>> list =
        rows.stream()
            .<Map<String, Object>>map(
                row -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("name", row.work().title);
                  entry.put("ours_ms", row.oursMs());
                  entry.put("peer", row.work().peer.title);
                  entry.put("peer_ms", row.peerMs());
                  entry.put("ratio", row.ratio());
                  return entry;
                })
            .toList();
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, mapper.writeValueAsString(list) + "\n");
  }
}
