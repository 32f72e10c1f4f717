/** HemaCare Corporation, Form 10-Q for September 30, 2002, Exhibit 11, as filed. */
export const EXHIBIT_11 = `HemaCare Corporation

                                EXHIBIT 11

                    Basic and Diluted Net (Loss) Income per Share
<TABLE>
<CAPTION>

                                               Three months ended         Nine months ended
                                                   September 30,            September 30,
                                           ---------------------------  ----------------------
                                              2002           2001          2002       2001
                                           -----------    ------------  ----------  ----------
<S>                                        <C>            <C>           <C>         <C>
             BASIC
             -----
Weighted average common shares used
  to compute basic earnings per
  share...............................      7,737,946      7,541,024     7,647,197    7,509,358
                                           ===========    ===========   ===========  ===========

                   Net (loss) income..     $ (462,000)    $    5,000    $ (619,000)  $  377,000
                                           ===========    ===========   ===========  ===========

Basic net (loss) income per share.....     $    (0.06)    $     0.00    $    (0.08)  $     0.05
                                           ===========    ===========   ===========  ===========

             DILUTED
             -------
Weighted average common shares used to
  compute basic earnings per share....      7,737,946      7,541,024     7,647,197    7,509,358

Dilutive common equivalent shares
  attributable to stock options
  (based on average market price).....              -        834,762             -      698,224
Dilutive common equivalent shares
 attributable to warrants (based on
 average market price)................              -         50,788             -       39,402
                                           -----------    -----------   -----------  -----------
Weighted average common shares and
 equivalents used to compute
 diluted earnings per share...........      7,737,946      8,426,574     7,647,197    8,246,984
                                           ===========    ===========   ===========  ===========

               Net (loss) income......     $ (462,000)    $    5,000    $ (619,000)  $  377,000
                                           ===========    ===========   ===========  ===========

Diluted net (loss) income per share ..     $    (0.06)    $     0.00    $    (0.08)  $     0.05
                                           ===========    ===========   ===========  ===========
</TABLE>`;
