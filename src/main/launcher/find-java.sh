# Finds Java; read by mvnw and by bin/attention-scope, not run by itself.
#
# find_java 25 javac   prints the folder of the first JDK from 25 up, or fails
# find_java 25 java    the same, where no compiler is needed

find_java() {
  found=$(java_folders "$2" | while IFS= read -r folder; do
    if [ -x "$folder/bin/$2" ] && [ "$(java_version "$folder")" -ge "$1" ]; then
      printf '%s\n' "$folder"
    fi
  done | sed -n 1p)
  [ -n "$found" ] && printf '%s\n' "$found"
}

# The number before the first dot, from the file that every JDK since 9 carries.
java_version() {
  number=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  echo "${number:-0}"
}

# Where a Java may lie, one folder a line: what the user named first, then the usual places.
java_folders() {
  home=${HOME:-/nonexistent}
  printf '%s\n' "${JAVA_HOME:-}"
  # The java on the path tells its folder itself: it may be a link, or a script of a version manager.
  if command -v "$1" >/dev/null 2>&1 && command -v java >/dev/null 2>&1; then
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
  env | sed -n -e 's/^JAVA_HOME[_A-Z0-9]*=//p' -e 's/^J[ADKV0-9_]*_HOME=//p'
  sed -n 's/.*<jdkHome>\(.*\)<\/jdkHome>.*/\1/p' "$home/.m2/toolchains.xml" 2>/dev/null
  printf '%s\n' \
    "$home"/.sdkman/candidates/java/* \
    "$home"/.jdks/* \
    "$home"/.local/share/mise/installs/java/* \
    "$home"/.asdf/installs/java/* \
    "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/lib/jvm/* \
    /usr/lib64/jvm/* \
    /usr/java/* \
    /opt/java/* \
    /opt/*jdk* \
    /usr/local/*jdk*
}

# On Linux, Java opens a file whose name has Korean letters only in a locale that has them, too; the
# one that is set may not exist on this machine.
use_utf8() {
  if [ "$(uname -s)" = Linux ] && [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    export LC_ALL=C.UTF-8
  fi
}
