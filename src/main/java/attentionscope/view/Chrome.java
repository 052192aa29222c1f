package attentionscope.view;

/**
 * How the window stands, apart from what it shows: nothing of it changes a number.
 *
 * @param folded whether the lesson's text is folded away
 * @param playing whether the transport goes on by itself
 * @param pace how fast it plays; 1 is as intended
 * @param track what it plays where both can be played
 */
public record Chrome(boolean folded, boolean playing, double pace, Track track) {

  public static final Chrome START = new Chrome(false, false, 1, Track.LESSON);

  public Chrome withFolded(boolean now) {
    return new Chrome(now, playing, pace, track);
  }

  public Chrome withPlaying(boolean now) {
    return new Chrome(folded, now, pace, track);
  }

  public Chrome withPace(double now) {
    return new Chrome(folded, playing, now, track);
  }

  public Chrome withTrack(Track now) {
    return new Chrome(folded, false, pace, now);
  }
}
