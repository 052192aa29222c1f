package attentionscope.cli;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Refuses every connection of a socket, a URL or an HTTP client, which all ask here first. Our own
 * code has none (a test says so); this holds for the libraries.
 */
final class NoNetwork extends ProxySelector {

  @Override
  public List<Proxy> select(URI uri) {
    throw new IllegalArgumentException("the program uses no network: " + uri);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    throw new IllegalStateException("the program uses no network: " + uri, failure);
  }
}
