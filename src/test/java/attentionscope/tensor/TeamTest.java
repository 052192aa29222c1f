package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TeamTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyPartIsDoneOnce(int threads) {
    Team team = new Team(threads);
    for (int parts = 1; parts < 40; parts++) {
      assertEachOnce(team, parts);
    }
  }

  @Test
  void helpersWakeUpAgain() throws InterruptedException {
    Team team = new Team(3);
    for (int job = 0; job < 20; job++) {
      assertEachOnce(team, 12);
      Thread.sleep(2);
    }
  }

  @Test
  void severalCallersDoNotDisturbEachOther() {
    Team team = new Team(2);
    IntStream.range(0, 200).parallel().forEach(caller -> assertEachOnce(team, 7));
  }

  @Test
  void aFailureIsTheCallers() {
    Team team = new Team(2);
    assertThrows(
        RuntimeException.class,
        () ->
            team.each(
                4,
                part -> {
                  throw new IllegalArgumentException("part " + part);
                }));
    assertEachOnce(team, 4);
  }

  private static void assertEachOnce(Team team, int parts) {
    AtomicIntegerArray done = new AtomicIntegerArray(parts);
    team.each(parts, done::incrementAndGet);
    int[] counts = IntStream.range(0, parts).map(done::get).toArray();
    int[] once = new int[parts];
    Arrays.fill(once, 1);
    assertArrayEquals(once, counts);
  }
}
