package attentionscope.app;

import attentionscope.view.Intent;
import attentionscope.view.Ride;
import attentionscope.view.Shown;
import attentionscope.view.Track;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Goes on by itself while the transport plays. */
final class Playing {

  /** Time to read a step of a lesson, and to see a moment of a calculation. */
  private static final Duration STEP = Duration.seconds(7);

  private static final Duration MOMENT = Duration.millis(650);

  /** A text is written, and a training gone through, as fast as it can be read along. */
  private static final Duration TOKEN = Duration.millis(250);

  private final Session session;
  private final Timeline timeline = new Timeline();
  private Optional<Track> track = Optional.empty();

  Playing(Session session) {
    this.session = session;
    timeline.setCycleCount(Animation.INDEFINITE);
    session.subscribe(this::show);
  }

  void stop() {
    timeline.stop();
  }

  private void show(Shown shown) {
    Optional<Ride> ride = shown.ride();
    if (!shown.chrome().playing() || ride.isEmpty()) {
      track = Optional.empty();
      timeline.stop();
      return;
    }
    timeline.setRate(shown.chrome().pace());
    if (!track.equals(Optional.of(ride.get().track()))) {
      track = Optional.of(ride.get().track());
      timeline.stop();
      timeline.getKeyFrames().setAll(new KeyFrame(pause(ride.get()), event -> tick()));
      if (ride.get().atEnd()) {
        session.send(ride.get().to(0));
      }
      timeline.playFromStart();
    }
  }

  private static Duration pause(Ride ride) {
    return switch (ride.track()) {
      case LESSON -> STEP;
      case CALCULATION, SEARCH -> MOMENT;
      case WRITING, TRAINING -> TOKEN;
    };
  }

  private void tick() {
    Optional<Ride> ride = session.shown().ride();
    if (ride.isEmpty() || ride.get().atEnd()) {
      session.send(new Intent.Play(false));
    } else {
      session.send(ride.get().to(ride.get().at() + 1));
    }
  }
}
