"""What the system says of a file or an address -> the same in the language in use."""

from __future__ import annotations

import errno

from exempelbank.i18n import N_, pgettext

_SAYS = {
    errno.ENOENT: N_("the system says", "there is no such file or folder"),
    # Windows says so too of a file that another program holds, as Excel does with what it shows.
    errno.EACCES: N_("the system says", "you may not, or it is open in another program"),
    errno.EPERM: N_("the system says", "you may not"),
    errno.EROFS: N_("the system says", "the disk can only be read"),
    errno.ENOSPC: N_("the system says", "the disk is full"),
    errno.EDQUOT: N_("the system says", "there is no more room for you on the disk"),
    errno.EFBIG: N_("the system says", "the file becomes too large"),
    errno.EIO: N_("the system says", "the disk does not answer"),
    errno.EISDIR: N_("the system says", "it is a folder"),
    errno.ENOTDIR: N_("the system says", "a part of its path is a file and no folder"),
    errno.EEXIST: N_("the system says", "something is there already"),
    errno.ELOOP: N_("the system says", "it is a link to another file"),
    errno.ENAMETOOLONG: N_("the system says", "the name is too long"),
    errno.EBUSY: N_("the system says", "another program is using it"),
    errno.EADDRNOTAVAIL: N_("the system says", "this computer has no such address"),
}


def system_words(why: BaseException) -> str:
    """Why it could not be done. What is not among those that people meet, as the system says it."""
    if not isinstance(why, OSError):
        return str(why)
    says = _SAYS.get(why.errno or 0)
    return pgettext("the system says", says) if says else why.strerror or str(why)
