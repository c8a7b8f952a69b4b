package outcrop.app.house.broken.work;

import java.util.Random;

/// Prints, starts a thread, draws without a seed, and has a name that says nothing.
public class WorkHelper {
  void work() {
    Thread thread = new Thread(() -> System.out.println(new Random().nextInt()));
    thread.start();
  }
}
